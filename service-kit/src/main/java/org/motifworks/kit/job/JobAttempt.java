package org.motifworks.kit.job;

import io.opentelemetry.api.trace.SpanKind;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.motifworks.kit.problem.Problem;
import org.motifworks.kit.problem.UnexpectedProblem;
import org.motifworks.kit.sql.Outage;
import org.motifworks.kit.trace.Traced;

/** One claim seen through: runs the handler and stores how it ended. */
final class JobAttempt {

  private static final Logger LOG = Logger.getLogger(JobAttempt.class);
  private static final Duration LONGEST_DELAY = Duration.ofMinutes(1);

  private final JobQueue queue;
  private final JobContext context;
  private final JobHandler handler;
  private final Claim claim;

  JobAttempt(JobQueue queue, JobContext context, JobHandler handler) {
    this.queue = queue;
    this.context = context;
    this.handler = handler;
    this.claim = context.claim();
  }

  /**
   * @param gaveUp tells when the process no longer waits for an outage to pass
   */
  void run(BooleanSupplier gaveUp) {
    Traced.during(
        SpanKind.INTERNAL,
        "job " + context.kind(),
        claim.job().traceparent(),
        Map.of(
            "jobId", context.id(),
            "jobKind", context.kind(),
            "jobAttempt", Integer.toString(context.attempt())),
        () -> seeThrough(gaveUp));
  }

  private void seeThrough(BooleanSupplier gaveUp) {
    LOG.infof("job %s (%s): attempt %d starts", context.id(), context.kind(), context.attempt());
    Supplier<Boolean> ending = handle();
    Boolean stored = untilDatabaseAnswers(ending, gaveUp);
    if (stored == null) return; // the lease runs out by itself
    if (!stored) stored = resolveRefusal(gaveUp);
    LOG.infof(
        "job %s (%s): attempt %d %s",
        context.id(),
        context.kind(),
        context.attempt(),
        Boolean.TRUE.equals(stored) ? "ended" : "is someone else's by now");
  }

  /** Refused: either cancelled in the last moment, or no longer ours. */
  private Boolean resolveRefusal(BooleanSupplier gaveUp) {
    return untilDatabaseAnswers(() -> queue.cancelled(claim), gaveUp);
  }

  private Supplier<Boolean> handle() {
    try {
      return ending(handler.handle(context));
    } catch (JobStop stop) {
      return switch (stop.reason()) {
        case CANCELLED -> () -> queue.cancelled(claim);
        case DRAINED -> () -> queue.release(claim);
        case LEASE_LOST -> () -> false;
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return () -> queue.release(claim);
    } catch (Throwable e) { // an Error of a handler must end its job, not the slot
      return thrown(e);
    }
  }

  private Supplier<Boolean> ending(JobOutcome outcome) {
    if (outcome instanceof JobOutcome.Succeeded succeeded) {
      return () -> succeed(succeeded);
    }
    if (outcome instanceof JobOutcome.Failed failed) {
      return () -> fail(failed.problem());
    }
    if (outcome instanceof JobOutcome.Cancelled) return () -> queue.cancelled(claim);
    if (outcome instanceof JobOutcome.Released) return () -> queue.release(claim);
    return () -> false;
  }

  private boolean succeed(JobOutcome.Succeeded outcome) {
    try {
      return queue.succeed(claim, outcome.result(), outcome.inTransaction());
    } catch (RuntimeException e) {
      if (Outage.isCauseOf(e)) throw e;
      return fail(UnexpectedProblem.logged(e)); // publishing failed for good
    }
  }

  private boolean fail(Problem problem) {
    Traced.failed(problem.code());
    return queue.fail(claim, problem);
  }

  private Supplier<Boolean> thrown(Throwable e) {
    if (Outage.isCauseOf(e)) {
      long seconds = Math.min(LONGEST_DELAY.toSeconds(), 1L << Math.min(context.attempt(), 6));
      LOG.warnf("job %s: an outage, again in %d s: %s", context.id(), seconds, e.getMessage());
      return () -> queue.retryLater(claim, Duration.ofSeconds(seconds));
    }
    // What a handler throws while it is being stopped is most likely the stop itself.
    if (context.stopReason().isPresent() && !(e instanceof Problem)) {
      LOG.infof("job %s: stopped in the middle: %s", context.id(), e.getMessage());
      return () -> queue.release(claim);
    }
    Problem problem = UnexpectedProblem.logged(e);
    return () -> fail(problem);
  }

  private Boolean untilDatabaseAnswers(Supplier<Boolean> work, BooleanSupplier gaveUp) {
    while (!gaveUp.getAsBoolean()) {
      try {
        context.alive();
        return work.get();
      } catch (RuntimeException e) {
        if (!Outage.isCauseOf(e)) {
          // A listener that throws would do so again; the lease runs out and the job is looked at
          // anew.
          LOG.errorf(e, "job %s: its end could not be stored", context.id());
          return null;
        }
        LOG.warnf("job %s: its end could not be stored yet: %s", context.id(), e.getMessage());
        try {
          Thread.sleep(1_000);
        } catch (InterruptedException interrupted) {
          Thread.currentThread().interrupt();
          return null;
        }
      }
    }
    return null;
  }
}
