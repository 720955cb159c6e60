package org.motifworks.kit.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LoopTest {

  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(300);

  private final CountDownLatch goOn = new CountDownLatch(1);

  @Test
  void threadThatDiedOfAnError_isTrouble() throws InterruptedException {
    Loop loop =
        new Loop(
            "dies",
            LONG,
            turning -> {
              // as when there is no memory left; said to nobody
              Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> {});
              throw new AssertionError("no catch of an exception catches this");
            });
    loop.start();
    await().untilAsserted(() -> assertThat(loop.trouble()).contains("has ended"));
  }

  @Test
  void threadThatReturned_thoughNobodyClosedIt_isTrouble() {
    Loop loop = new Loop("returns", LONG, turning -> {});
    loop.start();
    await().untilAsserted(() -> assertThat(loop.trouble()).contains("has ended"));
  }

  @Test
  void turnThatHangs_isTrouble_untilItGoesOn() throws InterruptedException {
    Loop loop =
        new Loop(
            "hangs",
            SHORT,
            turning -> {
              pause(Duration.ofHours(1));
              while (!Thread.currentThread().isInterrupted()) {
                turning.turned();
                Thread.onSpinWait();
              }
            });
    loop.start();
    assertThat(loop.trouble()).isEmpty();
    await()
        .untilAsserted(
            () -> assertThat(loop.trouble().orElse("none")).startsWith("has not turned for"));
    goOn.countDown();
    await().untilAsserted(() -> assertThat(loop.trouble()).isEmpty());
    loop.closing();
    loop.interrupt();
    assertThat(loop.join(LONG)).isTrue();
  }

  @Test
  void closedOrNeverStarted_isNone() throws InterruptedException {
    assertThat(new Loop("waits", Duration.ZERO, turning -> {}).trouble()).isEmpty();
    Loop loop = new Loop("closed", SHORT, turning -> pause(LONG));
    loop.start();
    assertThat(loop.join(SHORT)).isFalse();
    goOn.countDown();
    assertThat(loop.join(LONG)).isTrue();
    assertThat(loop.trouble()).isEmpty();
  }

  private void pause(Duration longest) {
    try {
      assertThat(goOn.await(longest.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
