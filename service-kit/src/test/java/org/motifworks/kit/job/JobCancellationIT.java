package org.motifworks.kit.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.motifworks.kit.Servers;

/** How jobs are called off, whatever they are doing. */
@QuarkusTest
@WithTestResource(Servers.class)
class JobCancellationIT extends JobQueueFixture {

  @Test
  void cancel_whileQueued_endsAtOnce() {
    String id = enqueue();
    assertThat(queue.requestCancel(id, "changed my mind").orElseThrow().state())
        .isEqualTo(JobState.CANCELLED);
    assertThat(ended.of(kind)).hasSize(1);
    assertThat(ended.of(kind).get(0).cancelReason()).contains("changed my mind");
  }

  @Test
  void cancel_whileRunning_endsWhenTheWorkerSaysSo() {
    String id = enqueue();
    Claim claim = claim();
    queue.requestCancel(id, "r");
    queue.requestCancel(id, "again");
    assertThat(state(id)).isEqualTo(JobState.CANCELLING);
    assertThat(queue.heartbeat(claim, true)).isEqualTo(Pulse.CANCEL);
    assertThat(queue.succeed(claim, IntNode.valueOf(1), () -> {})).isFalse();
    assertThat(queue.cancelled(claim)).isTrue();
    assertThat(ended.of(kind)).extracting(Job::state).containsExactly(JobState.CANCELLED);
  }

  @Test
  void cancel_whenTheWorkerIsLost_endsByItself() {
    String id = enqueue();
    claim();
    queue.requestCancel(id, "r");
    leaseRunsOut(id);
    queue.takeBackExpired(Set.of(kind));
    assertThat(state(id)).isEqualTo(JobState.CANCELLED);
    assertThat(ended.of(kind)).hasSize(1);
  }

  @Test
  void cancel_ofReleasedJob_endsIt() {
    String id = enqueue();
    Claim claim = claim();
    queue.requestCancel(id, "r");
    assertThat(queue.release(claim)).isTrue();
    assertThat(state(id)).isEqualTo(JobState.CANCELLED);
  }

  @Test
  void cancel_afterTheEnd_changesNothing() {
    String id = enqueue();
    queue.succeed(claim(), IntNode.valueOf(1), () -> {});
    assertThat(queue.requestCancel(id, "r").orElseThrow().state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(ended.of(kind)).hasSize(1);
    assertThat(queue.requestCancel("nothing", "r")).isEmpty();
  }
}
