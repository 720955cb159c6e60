package org.motifworks.kit.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.motifworks.contracts.json.Json;
import org.motifworks.kit.job.JobStop.Reason;

/**
 * A job as its handler sees it.
 *
 * <p>The lease is renewed only when the handler shows progress: call {@link #checkpoint()}, {@link
 * #alive()} or {@link #progress} more often than every half lease (15 s by default). Safe for
 * several threads.
 */
public final class JobContext {

  private static final Logger LOG = Logger.getLogger(JobContext.class);

  private final JobQueue queue;
  private final Claim claim;
  private final Runnable onProgress;
  private final AtomicBoolean progressed = new AtomicBoolean();
  private final AtomicReference<Reason> stop = new AtomicReference<>();
  private final List<Runnable> onStop = new CopyOnWriteArrayList<>();

  /**
   * @param onProgress hears of each sign of progress, and must be cheap
   */
  JobContext(JobQueue queue, Claim claim, Runnable onProgress) {
    this.queue = queue;
    this.claim = claim;
    this.onProgress = onProgress;
  }

  public String id() {
    return claim.id();
  }

  public String kind() {
    return claim.job().kind();
  }

  /** Number of this claim: outputs of this attempt go under it. */
  public long fence() {
    return claim.fence();
  }

  /** 1 for the first attempt. */
  public int attempt() {
    return claim.job().attempts();
  }

  public JsonNode payload() {
    return claim.job().payload();
  }

  public <T> T payload(Class<T> type) {
    try {
      return Json.mapper().treeToValue(claim.job().payload(), type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("job " + id() + " holds no " + type.getSimpleName(), e);
    }
  }

  /** What an earlier attempt saved last. */
  public Optional<JsonNode> savedProgress() {
    return claim.job().progress();
  }

  /**
   * Stores progress for readers and for a later attempt.
   *
   * @param progress a record or tree; written as JSON
   * @throws JobStop when the work is to end
   */
  public void progress(Object progress) {
    hear(queue.saveProgress(claim, Json.mapper().valueToTree(progress)));
    checkpoint();
  }

  /** Shows progress without looking whether to end. */
  public void alive() {
    progressed.set(true);
    onProgress.run();
  }

  /**
   * Shows progress; cheap, no I/O.
   *
   * @throws JobStop when the work is to end: cancelled, lost to someone else, or drained
   */
  public void checkpoint() {
    alive();
    Reason reason = stop.get();
    if (reason != null) throw new JobStop(reason);
  }

  public boolean cancelled() {
    return stop.get() == Reason.CANCELLED;
  }

  /** Why the work is to end; empty while it may go on. */
  public Optional<Reason> stopReason() {
    return Optional.ofNullable(stop.get());
  }

  /**
   * Runs {@code action} once when the work is to end, from another thread, or now; to kill a child
   * process, say.
   */
  public void onStop(Runnable action) {
    AtomicBoolean ran = new AtomicBoolean();
    Runnable once =
        () -> {
          if (ran.compareAndSet(false, true)) action.run();
        };
    onStop.add(once);
    if (stop.get() != null) once.run();
  }

  boolean takeProgressed() {
    return progressed.getAndSet(false);
  }

  Claim claim() {
    return claim;
  }

  void hear(Pulse pulse) {
    if (pulse == Pulse.CANCEL) stop(Reason.CANCELLED);
    if (pulse == Pulse.LOST) stop(Reason.LEASE_LOST);
  }

  /** A lost lease outweighs a cancellation, which outweighs a drain. */
  void stop(Reason reason) {
    Reason now =
        stop.accumulateAndGet(
            reason, (old, next) -> old == null || weight(next) > weight(old) ? next : old);
    if (now != reason) return;
    for (Runnable action : onStop) {
      try {
        action.run();
      } catch (RuntimeException e) {
        LOG.errorf(e, "job %s: stopping its work failed", id());
      }
    }
  }

  private static int weight(Reason reason) {
    return switch (reason) {
      case DRAINED -> 0;
      case CANCELLED -> 1;
      case LEASE_LOST -> 2;
    };
  }
}
