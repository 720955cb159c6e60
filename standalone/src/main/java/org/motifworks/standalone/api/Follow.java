package org.motifworks.standalone.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Watches a job until it ends.
 *
 * <p>The job's own document is the truth and is asked for again and again; its event stream only
 * says when asking is worth while. So a stream that breaks, stalls or is missing costs seconds of
 * delay, never a wrong answer, and a service that restarts is waited for.
 */
public final class Follow {

  private static final Duration QUIET_POLL = Duration.ofSeconds(2);
  private static final Duration SHORTEST_POLL = Duration.ofMillis(200);
  private static final Duration AWAY_PATIENCE = Duration.ofMinutes(3);

  private final Api api;
  private final Duration quietPoll;

  public Follow(Api api) {
    this(api, QUIET_POLL);
  }

  Follow(Api api, Duration quietPoll) {
    this.api = api;
    this.quietPoll = quietPoll;
  }

  /**
   * Returns the document that satisfies {@code ended}.
   *
   * @param path of the job
   * @param events path of its event stream; empty when it has none
   * @param seen told every document that was read
   */
  public JsonNode until(
      String path, Optional<String> events, Predicate<JsonNode> ended, Consumer<JsonNode> seen) {
    Semaphore changed = new Semaphore(0);
    Optional<Thread> listener = events.map(stream -> listen(stream, changed));
    try {
      long answeredAt = System.nanoTime();
      while (true) {
        try {
          JsonNode document = api.get(path);
          answeredAt = System.nanoTime();
          seen.accept(document);
          if (ended.test(document)) return document;
        } catch (UnreachableException e) {
          if (isOver(answeredAt)) throw e;
        } catch (ProblemException e) {
          if (e.status() < 500 || isOver(answeredAt)) throw e;
        }
        await(changed);
      }
    } finally {
      listener.ifPresent(Thread::interrupt);
    }
  }

  private static boolean isOver(long answeredAt) {
    return System.nanoTime() - answeredAt > AWAY_PATIENCE.toNanos();
  }

  private void await(Semaphore changed) {
    try {
      TimeUnit.MILLISECONDS.sleep(SHORTEST_POLL.toMillis());
      if (changed.tryAcquire(quietPoll.toMillis(), TimeUnit.MILLISECONDS)) changed.drainPermits();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnreachableException("Interrupted.", e);
    }
  }

  private Thread listen(String path, Semaphore changed) {
    Thread listener =
        new Thread(
            () -> {
              while (!Thread.currentThread().isInterrupted()) {
                listenOnce(path, changed);
                pauseBeforeReconnect();
              }
            },
            "events");
    listener.setDaemon(true);
    listener.start();
    return listener;
  }

  private void listenOnce(String path, Semaphore changed) {
    try (EventStream stream = new EventStream(api.events(path))) {
      while (stream.next().isPresent()) changed.release();
    } catch (IOException | ProblemException | UnreachableException broken) {
      return; // asked again after a pause; the polls go on meanwhile
    }
    changed.release();
  }

  private void pauseBeforeReconnect() {
    try {
      Thread.sleep(quietPoll.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
