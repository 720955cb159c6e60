package org.motifworks.kit.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.transaction.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.motifworks.kit.Servers;
import org.motifworks.kit.id.Ids;
import org.motifworks.kit.page.Page;
import org.motifworks.kit.problem.Problem;

@QuarkusTest
@WithTestResource(Servers.class)
class JobQueueIT extends JobQueueFixture {

  @Test
  void enqueue_rolledBack_leavesNothing() {
    String id = Ids.next();
    QuarkusTransaction.begin();
    queue.enqueue(NewJob.of(kind, Map.of()).withId(id));
    QuarkusTransaction.rollback();
    assertThat(queue.find(id)).isEmpty();
  }

  @Test
  void enqueue_withSameKeyAndPayload_isTheSameJob() {
    NewJob job = NewJob.of(kind, Map.of("seed", 1, "length", 200)).withIdempotencyKey("k");
    Enqueued first = queue.enqueue(job);
    assertThat(first.created()).isTrue();
    assertThat(queue.enqueue(job)).isEqualTo(new Enqueued(first.id(), false));
  }

  @Test
  void enqueue_withSameKeyAndOtherPayload_isAProblem() {
    queue.enqueue(NewJob.of(kind, Map.of("seed", 1)).withIdempotencyKey("k"));
    assertThatThrownBy(
            () -> queue.enqueue(NewJob.of(kind, Map.of("seed", 2)).withIdempotencyKey("k")))
        .isInstanceOfSatisfying(
            Problem.class, e -> assertThat(e.code()).isEqualTo("idempotency.key-reused"));
  }

  @Test
  void claim_byManyWorkersAtOnce_givesEachJobOnce() throws Exception {
    for (int i = 0; i < 20; i++) enqueue();
    ExecutorService workers = Executors.newFixedThreadPool(4);
    List<Future<Optional<Claim>>> claims = new ArrayList<>();
    Callable<Optional<Claim>> one = () -> queue.claim(Set.of(kind), "racer", LEASE);
    for (int i = 0; i < 40; i++) claims.add(workers.submit(one));
    List<String> ids = new ArrayList<>();
    for (var claim : claims) claim.get().ifPresent(c -> ids.add(c.id()));
    workers.shutdown();
    // A worker that meets only locked rows goes away empty-handed; what is left is claimed now.
    while (ids.size() < 20) ids.add(claim().id());
    assertThat(ids).doesNotHaveDuplicates().hasSize(20);
    assertThat(queue.claim(Set.of(kind), "racer", LEASE)).isEmpty();
  }

  /** The single jobs were asked for after two large orders, and wait for neither to end. */
  @Test
  void claim_takesTurnsBetweenShares_andOldestFirstWithin() {
    List<String> asked = List.of("a", "a", "a", "b", "b", "b", "", "");
    for (String share : asked) queue.enqueue(NewJob.of(kind, Map.of("of", share)).ofShare(share));
    List<String> ended = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      Claim claim = claim();
      ended.add(claim.job().payload().path("of").asText());
      if (claim.job().payload().path("of").asText().equals("a")) ids.add(claim.id());
      queue.succeed(claim, IntNode.valueOf(1), () -> {});
    }
    assertThat(ended).containsExactly("a", "b", "", "a", "b", "", "a", "b");
    assertThat(ids).isSorted();
  }

  @Test
  void claim_givesTheShareWithFewerJobsUnderWay() {
    for (String share : List.of("a", "a", "a", "b"))
      queue.enqueue(NewJob.of(kind, Map.of("of", share)).ofShare(share));
    Claim first = claim();
    Claim second = claim();
    assertThat(first.job().payload().path("of").asText()).isEqualTo("a");
    assertThat(second.job().payload().path("of").asText()).isEqualTo("b");
    queue.succeed(second, IntNode.valueOf(1), () -> {});
    queue.enqueue(NewJob.of(kind, Map.of("of", "b")).ofShare("b"));
    // "a" was served longer ago, but still has a job under way
    assertThat(claim().job().payload().path("of").asText()).isEqualTo("b");
  }

  @Test
  void succeed_publishesInTheSameTransaction_andTellsOnce() {
    enqueue();
    Claim claim = claim();
    List<Boolean> inTransaction = new ArrayList<>();
    assertThat(
            queue.succeed(
                claim,
                IntNode.valueOf(7),
                () -> inTransaction.add(QuarkusTransaction.getStatus() == Status.STATUS_ACTIVE)))
        .isTrue();
    assertThat(inTransaction).containsExactly(true);
    Job job = queue.find(claim.id()).orElseThrow();
    assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(job.result().map(JsonNode::intValue)).contains(7);
    assertThat(ended.of(kind)).extracting(Job::id).containsExactly(claim.id());
  }

  @Test
  void succeed_whenPublishingThrows_leavesTheJobRunning() {
    enqueue();
    Claim claim = claim();
    assertThatThrownBy(
            () ->
                queue.succeed(
                    claim,
                    IntNode.valueOf(7),
                    () -> {
                      throw new IllegalStateException("no");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(state(claim.id())).isEqualTo(JobState.RUNNING);
  }

  @Test
  void staleWorker_afterLostLease_isRefusedEverything() {
    String id = enqueue();
    Claim stale = claim();
    leaseRunsOut(id);
    Claim fresh = claim();
    assertThat(fresh.fence()).isEqualTo(stale.fence() + 1);
    assertThat(fresh.job().lostWorkers()).isEqualTo(1);
    assertThat(queue.heartbeat(stale, true)).isEqualTo(Pulse.LOST);
    assertThat(queue.saveProgress(stale, IntNode.valueOf(1))).isEqualTo(Pulse.LOST);
    assertThat(queue.succeed(stale, IntNode.valueOf(1), () -> {})).isFalse();
    assertThat(queue.fail(stale, problem())).isFalse();
    assertThat(queue.release(stale)).isFalse();
    assertThat(queue.succeed(fresh, IntNode.valueOf(2), () -> {})).isTrue();
    assertThat(queue.find(id).orElseThrow().result().map(JsonNode::intValue)).contains(2);
  }

  @Test
  void heartbeat_withoutProgress_doesNotRenewTheLease() {
    String id = enqueue();
    Claim claim = claim();
    leaseRunsOut(id);
    assertThat(queue.heartbeat(claim, false)).isEqualTo(Pulse.CONTINUE);
    queue.takeBackExpired(Set.of(kind));
    assertThat(state(id)).isEqualTo(JobState.QUEUED);
  }

  @Test
  void heartbeat_withProgress_renewsTheLease() {
    String id = enqueue();
    Claim claim = claim();
    leaseRunsOut(id);
    assertThat(queue.heartbeat(claim, true)).isEqualTo(Pulse.CONTINUE);
    queue.takeBackExpired(Set.of(kind));
    assertThat(state(id)).isEqualTo(JobState.RUNNING);
  }

  @Test
  void thirdLostWorker_failsTheJobOnce() {
    String id = enqueue();
    for (int i = 0; i < 3; i++) {
      claim();
      leaseRunsOut(id);
    }
    assertThat(queue.claim(Set.of(kind), "worker", LEASE)).isEmpty();
    queue.takeBackExpired(Set.of(kind));
    Job job = queue.find(id).orElseThrow();
    assertThat(job.state()).isEqualTo(JobState.FAILED);
    assertThat(job.failure().map(Problem::code)).contains("job.worker-lost");
    assertThat(ended.of(kind)).hasSize(1);
  }

  @Test
  void release_isNotCountedAsLost() {
    enqueue();
    assertThat(queue.release(claim())).isTrue();
    Job again = claim().job();
    assertThat(again.lostWorkers()).isZero();
    assertThat(again.attempts()).isEqualTo(2);
    assertThat(ended.of(kind)).isEmpty();
  }

  @Test
  void retryLater_waits() {
    String id = enqueue();
    queue.retryLater(claim(), Duration.ofHours(1));
    assertThat(queue.claim(Set.of(kind), "worker", LEASE)).isEmpty();
    assertThat(state(id)).isEqualTo(JobState.QUEUED);
  }

  @Test
  void list_isNewestFirst_inPages() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 5; i++) ids.add(0, enqueue());
    Page<Job> first = queue.list(Set.of(kind), Set.of(), Optional.empty(), 3);
    Page<Job> second = queue.list(Set.of(kind), Set.of(JobState.QUEUED), first.next(), 3);
    assertThat(first.items()).extracting(Job::id).isEqualTo(ids.subList(0, 3));
    assertThat(second.items()).extracting(Job::id).isEqualTo(ids.subList(3, 5));
    assertThat(second.next()).isEmpty();
  }

  private static Problem problem() {
    return new Problem(422, "test.broken", "t", "d", "a");
  }
}
