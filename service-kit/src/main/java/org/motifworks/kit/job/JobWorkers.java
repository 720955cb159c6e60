package org.motifworks.kit.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.motifworks.kit.health.Loop;
import org.motifworks.kit.health.Loops;
import org.motifworks.kit.job.JobStop.Reason;

/**
 * Slots that claim jobs and see each through to exactly one outcome, and the heartbeat that keeps
 * them.
 *
 * <p>A service starts it when it starts and closes it when it stops.
 */
public final class JobWorkers implements AutoCloseable, Loops {

  private static final Logger LOG = Logger.getLogger(JobWorkers.class);

  /** Of one heartbeat, which is one statement, and of the pause after it. */
  private static final Duration LONGEST_BEAT = Duration.ofMinutes(5);

  private final JobQueue queue;
  private final Map<String, JobHandler> handlers;
  private final WorkerSettings settings;
  private final String worker;
  private final List<Loop> slots = new ArrayList<>();
  private final Set<JobContext> running = ConcurrentHashMap.newKeySet();
  private final Loop heart;
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
    String kinds = String.join("-", new TreeSet<>(handlers.keySet()));
    for (int slot = 1; slot <= settings.slots(); slot++) {
      slots.add(new Loop(kinds + "-slot-" + slot, settings.longestSilence(), this::work));
    }
    this.heart = new Loop(kinds + "-heartbeat", LONGEST_BEAT, this::beat);
  }

  public void start() {
    heart.start();
    slots.forEach(Loop::start);
  }

  /**
   * The slots, and the heartbeat. A job may take as long as it likes: the progress that keeps its
   * lease is a turn of its slot.
   */
  @Override
  public Stream<Loop> loops() {
    return Stream.concat(slots.stream(), Stream.of(heart));
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
    loops().forEach(Loop::closing);
    running.forEach(context -> context.stop(Reason.DRAINED));
    queue.signal().raise();
    long end = System.nanoTime() + settings.drain().toNanos();
    try {
      for (Loop slot : slots) {
        boolean over = slot.join(Duration.ofNanos(end - System.nanoTime()));
        if (!over) LOG.warnf("%s did not end within %s", slot.name(), settings.drain());
      }
      ended = true;
      heart.interrupt();
      heart.join(Duration.ofSeconds(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      ended = true;
    }
  }

  private void work(Loop slot) {
    while (!draining) {
      slot.turned();
      long seen = queue.signal().now();
      try {
        var claim = queue.claim(handlers.keySet(), worker, settings.lease());
        if (claim.isPresent()) {
          see(claim.get(), slot);
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

  private void see(Claim claim, Loop slot) {
    JobContext context = new JobContext(queue, claim, slot::turned);
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

  private void beat(Loop loop) {
    while (!ended) {
      loop.turned();
      for (JobContext context : running) {
        loop.turned();
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
