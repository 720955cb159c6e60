package org.motifworks.kit.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RepeatedTest {

  @Test
  void workThatFails_isDoneAgain() throws InterruptedException {
    CountDownLatch turns = new CountDownLatch(3);
    Runnable work =
        () -> {
          turns.countDown();
          throw new IllegalStateException("this turn");
        };
    try (Repeated repeated = new Repeated("test", Duration.ofMillis(1), work)) {
      repeated.start();
      assertThat(turns.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void closed_hasEndedItsTurn_andBeginsNoOther() throws InterruptedException {
    AtomicInteger begun = new AtomicInteger();
    AtomicInteger ended = new AtomicInteger();
    CountDownLatch first = new CountDownLatch(1);
    Repeated repeated =
        new Repeated(
            "test",
            Duration.ofMillis(1),
            () -> {
              begun.incrementAndGet();
              first.countDown();
              Thread.onSpinWait();
              ended.incrementAndGet();
            });
    repeated.start();
    first.await();
    repeated.close();
    int then = begun.get();
    Thread.sleep(30);
    assertThat(begun.get()).isEqualTo(then).isEqualTo(ended.get());
  }
}
