package org.motifworks.kit.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.motifworks.kit.job.JobStop.Reason;

/**
 * Slots that claim jobs and see each through to exactly one outcome, and the heartbeat that keeps
 * them.
 *
 * <p>A service starts it when it starts and closes it when it stops.
 */
public final class JobWorkers implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(JobWorkers.class);

  private final JobQueue queue;
  private final Map<String, JobHandler> handlers;
  private final WorkerSettings settings;
  private final String worker;
  private final List<Thread> slots = new ArrayList<>();
  private final Set<JobContext> running = ConcurrentHashMap.newKeySet();
  private final Thread heart;
  private volatile boolean draining;
  private volatile boolean ended;

  /**
   * @param handlers by kind of job
   * @param worker name of this process in the rows and logs
   */
  public JobWorkers(
      JobQueue queue, Map<String, JobHandler> handlers, WorkerSettings settings, String worker) {
    this.queue = queue;
    this.handlers = Map.copyOf(handlers);
    this.settings = settings;
    this.worker = worker;
    for (int slot = 1; slot <= settings.slots(); slot++) {
      slots.add(daemon(this::work, "job-slot-" + slot));
    }
    this.heart = daemon(this::beat, "job-heartbeat");
  }

  private static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  public void start() {
    heart.start();
    slots.forEach(Thread::start);
  }

  /** Jobs being worked on. */
  public int busy() {
    return running.size();
  }

  /**
   * Claims nothing more, tells the handlers to end, and waits for them; their jobs go back to the
   * queue. A handler that does not end in time is left to its lease.
   */
  @Override
  public void close() {
    draining = true;
    running.forEach(context -> context.stop(Reason.DRAINED));
    queue.signal().raise();
    long end = System.nanoTime() + settings.drain().toNanos();
    try {
      for (Thread slot : slots) {
        slot.join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
        if (slot.isAlive()) LOG.warnf("%s did not end within %s", slot.getName(), settings.drain());
      }
      ended = true;
      heart.interrupt();
      heart.join(1_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      ended = true;
    }
  }

  private void work() {
    while (!draining) {
      long seen = queue.signal().now();
      try {
        var claim = queue.claim(handlers.keySet(), worker, settings.lease());
        if (claim.isPresent()) {
          see(claim.get());
        } else {
          queue.signal().await(seen, settings.poll());
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.warnf("no job could be claimed, trying again: %s", e.getMessage());
        pause(settings.poll());
      }
    }
  }

  private void see(Claim claim) {
    JobContext context = new JobContext(queue, claim);
    running.add(context);
    // A drain that began between the claim and the line above has not seen this job.
    if (draining) context.stop(Reason.DRAINED);
    try {
      JobAttempt attempt = new JobAttempt(queue, context, handlers.get(claim.job().kind()));
      attempt.run(() -> ended);
    } finally {
      running.remove(context);
    }
  }

  private void beat() {
    while (!ended) {
      for (JobContext context : running) {
        boolean progressed = context.takeProgressed();
        try {
          context.hear(queue.heartbeat(context.claim(), progressed));
        } catch (RuntimeException e) {
          if (progressed) context.alive();
          LOG.warnf("job %s: no heartbeat, trying again: %s", context.id(), e.getMessage());
        }
      }
      pause(settings.pulse());
    }
  }

  private void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      // close() wakes the heartbeat this way; the loops look at their flags next
      LOG.debug("woken");
    }
  }
}
