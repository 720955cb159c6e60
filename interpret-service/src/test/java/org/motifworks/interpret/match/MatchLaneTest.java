package org.motifworks.interpret.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.motifworks.kit.problem.Problem;

@Timeout(30)
class MatchLaneTest {
  private final ExecutorService clients = Executors.newCachedThreadPool();
  private final CountDownLatch end = new CountDownLatch(1);
  private MatchLane lane = lane(1, Duration.ofSeconds(20));

  @AfterEach
  void stop() {
    end.countDown();
    clients.shutdownNow();
    lane.stop();
  }

  @Test
  void oneMoreThanFits_isBusy_andLetInWhenThatOneHasEnded()
      throws InterruptedException, ExecutionException {
    CountDownLatch begun = new CountDownLatch(1);
    Future<String> first = clients.submit(() -> lane.run(() -> waiting(begun)));
    begun.await();
    assertThatThrownBy(() -> lane.run(() -> "second"))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.status()).isEqualTo(429);
              assertThat(problem.code()).isEqualTo("match.busy");
            });
    end.countDown();
    assertThat(first.get()).isEqualTo("waited");
    assertThat(lane.run(() -> "third")).isEqualTo("third");
  }

  @Test
  void workThatTakesTooLong_isTold_andKeepsItsPlaceUntilItEnds() {
    lane = lane(1, Duration.ofMillis(50));
    assertThatThrownBy(() -> lane.run(() -> waiting(new CountDownLatch(1))))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo("match.timeout"));
    assertThatThrownBy(() -> lane.run(() -> "refused")).hasMessageContaining("match.busy");
    end.countDown();
    await().untilAsserted(() -> assertThat(lane.run(() -> "let in")).isEqualTo("let in"));
  }

  @Test
  void parallelStreams_stayInTheLane_whichIsNotTheCommonPool() {
    boolean strayed =
        lane.run(
            () ->
                IntStream.range(0, 1000)
                    .parallel()
                    .anyMatch(i -> ForkJoinTask.getPool() == ForkJoinPool.commonPool()));
    assertThat(strayed).isFalse();
    assertThat(lane.run(() -> ForkJoinTask.getPool().getParallelism()))
        .isEqualTo(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
  }

  @Test
  void whatTheWorkThrows_isThrown_evenOutOfAStream() {
    Problem problem = new Problem(422, "match.too-wide", "Too wide", "Much.", "Less.");
    assertThatThrownBy(
            () ->
                lane.run(
                    () ->
                        IntStream.range(0, 100)
                            .parallel()
                            .mapToObj(
                                i -> {
                                  if (i == 50) throw problem;
                                  return i;
                                })
                            .toList()))
        .isInstanceOfSatisfying(
            Problem.class, thrown -> assertThat(thrown.code()).isEqualTo("match.too-wide"));
    assertThat(lane.run(() -> "next")).isEqualTo("next");
  }

  private String waiting(CountDownLatch begun) throws InterruptedException {
    begun.countDown();
    end.await();
    return "waited";
  }

  private static MatchLane lane(int atOnce, Duration timeout) {
    return new MatchLane(atOnce, timeout, new SimpleMeterRegistry());
  }
}
