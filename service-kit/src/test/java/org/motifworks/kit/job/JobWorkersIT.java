package org.motifworks.kit.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motifworks.kit.Servers;
import org.motifworks.kit.artifact.StoreUnavailable;
import org.motifworks.kit.id.Ids;
import org.motifworks.kit.problem.Problem;
import org.motifworks.kit.sql.Sql;

@QuarkusTest
@WithTestResource(Servers.class)
class JobWorkersIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject JobQueue queue;
  @Inject DataSource dataSource;
  @Inject EndedJobs ended;
  String kind;
  JobWorkers workers;

  @BeforeEach
  void ownKind() {
    kind = EndedJobs.PREFIX + Ids.next();
    ended.watch(kind);
  }

  @AfterEach
  void stop() {
    if (workers != null) workers.close();
  }

  private void start(JobHandler handler) {
    start(handler, Duration.ofSeconds(30));
  }

  private void start(JobHandler handler, Duration lease) {
    workers = workers(handler, lease);
    workers.start();
  }

  private JobWorkers workers(JobHandler handler, Duration lease) {
    WorkerSettings settings =
        new WorkerSettings(
            2, lease, Duration.ofMillis(200), Duration.ofMillis(200), Duration.ofSeconds(10));
    return new JobWorkers(queue, Map.of(kind, handler), settings, "test-worker");
  }

  private String enqueue() {
    return queue.enqueue(NewJob.of(kind, Map.of("seed", 42))).id();
  }

  private Job awaitState(String id, JobState state) {
    await().atMost(PATIENCE).until(() -> queue.find(id).orElseThrow().state() == state);
    return queue.find(id).orElseThrow();
  }

  @Test
  void job_isHandled_andItsResultStored() {
    start(
        context -> {
          context.progress(Map.of("epoch", 1));
          int seed = context.payload().get("seed").intValue();
          return JobOutcome.succeeded(Map.of("doubled", 2 * seed), () -> {});
        });
    Job job = awaitState(enqueue(), JobState.SUCCEEDED);
    assertThat(job.result().map(r -> r.get("doubled").intValue())).contains(84);
    assertThat(job.progress().map(p -> p.get("epoch").intValue())).contains(1);
    assertThat(ended.of(kind)).hasSize(1);
  }

  @Test
  void problem_failsTheJob_withItsCode() {
    start(
        context -> {
          throw new Problem(422, "fasta.empty", "An empty file", "x.fa is empty.", "Fill it.");
        });
    assertThat(awaitState(enqueue(), JobState.FAILED).failure().map(Problem::code))
        .contains("fasta.empty");
  }

  @Test
  void mistake_failsTheJob_withoutGivingItselfAway() {
    start(
        context -> {
          throw new IllegalStateException("secret");
        });
    JsonNode problem = awaitState(enqueue(), JobState.FAILED).problem().orElseThrow();
    assertThat(problem.get("code").textValue()).isEqualTo("internal");
    assertThat(problem.toString()).doesNotContain("secret");
  }

  @Test
  void outage_putsTheJobBack() {
    AtomicInteger attempts = new AtomicInteger();
    start(
        context -> {
          if (attempts.incrementAndGet() == 1) {
            throw new StoreUnavailable("no store", new IOException("gone"));
          }
          return JobOutcome.succeeded(Map.of(), () -> {});
        });
    Job job = awaitState(enqueue(), JobState.SUCCEEDED);
    assertThat(job.attempts()).isEqualTo(2);
    assertThat(job.lostWorkers()).isZero();
  }

  @Test
  void cancel_reachesTheHandler_andItsHooks() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch hook = new CountDownLatch(1);
    start(
        context -> {
          context.onStop(hook::countDown);
          running.countDown();
          while (true) {
            context.checkpoint();
            Thread.sleep(20);
          }
        });
    String id = enqueue();
    running.await();
    queue.requestCancel(id, "enough");
    awaitState(id, JobState.CANCELLED);
    hook.await();
    assertThat(ended.of(kind)).hasSize(1);
  }

  @Test
  void drain_givesTheJobBack_andAnotherWorkerResumesIt() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    start(
        context -> {
          context.progress(Map.of("epoch", 3));
          running.countDown();
          while (true) {
            context.checkpoint();
            Thread.sleep(20);
          }
        });
    String id = enqueue();
    running.await();
    workers.close();
    Job drained = queue.find(id).orElseThrow();
    assertThat(drained.state()).isEqualTo(JobState.QUEUED);
    assertThat(drained.lostWorkers()).isZero();
    start(context -> JobOutcome.succeeded(context.savedProgress().orElseThrow(), () -> {}));
    assertThat(awaitState(id, JobState.SUCCEEDED).result().map(r -> r.get("epoch").intValue()))
        .contains(3);
  }

  @Test
  void silentHandler_losesItsJob_toAnotherWorker() throws Exception {
    List<Long> fences = new CopyOnWriteArrayList<>();
    CountDownLatch secondDone = new CountDownLatch(1);
    start(
        context -> {
          fences.add(context.fence());
          if (context.fence() == 1) {
            secondDone.await(); // hangs without a sign of progress
            return JobOutcome.succeeded(Map.of("by", "stale"), () -> {});
          }
          return JobOutcome.succeeded(Map.of("by", "fresh"), () -> {});
        },
        Duration.ofSeconds(1));
    String id = enqueue();
    Job job = awaitState(id, JobState.SUCCEEDED);
    secondDone.countDown();
    await().atMost(PATIENCE).until(() -> workers.busy() == 0);
    assertThat(fences).containsExactly(1L, 2L);
    assertThat(job.result().map(r -> r.get("by").textValue())).contains("fresh");
    assertThat(queue.find(id).orElseThrow()).isEqualTo(job);
    assertThat(ended.of(kind)).hasSize(1);
  }

  @Test
  void busyHandler_keepsItsJob_beyondItsLease() {
    start(
        context -> {
          for (int i = 0; i < 60; i++) {
            context.checkpoint();
            Thread.sleep(50);
          }
          return JobOutcome.succeeded(Map.of(), () -> {});
        },
        Duration.ofSeconds(1));
    assertThat(awaitState(enqueue(), JobState.SUCCEEDED).attempts()).isEqualTo(1);
  }

  @Test
  void jobOfAnotherKind_isLeftAlone() {
    start(context -> JobOutcome.succeeded(Map.of(), () -> {}));
    String other = queue.enqueue(NewJob.of(kind + "-other", Map.of())).id();
    awaitState(enqueue(), JobState.SUCCEEDED);
    assertThat(queue.find(other).orElseThrow().state()).isEqualTo(JobState.QUEUED);
    new Sql(dataSource).update("delete from job where id = ?", other);
  }
}
