package org.motifworks.interpret.model;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.motifworks.contracts.artifact.ArtifactRef;

/**
 * Loads models, each in a thread of its own, and waits no longer than a deadline.
 *
 * <p>A thread that computes in a native library cannot be stopped. One that is late goes on, and
 * what it brings is closed when it ends; the same artifact is not tried again meanwhile. It keeps
 * one of the places there are for loading, so that no more than these threads are ever lost.
 */
final class DeadlineLoader implements ModelLoader {
  private static final Logger LOG = Logger.getLogger(DeadlineLoader.class);

  private final ModelLoader loader;
  private final LoadLimits limits;
  private final Semaphore places;
  private final Map<String, Attempt> late = new HashMap<>(); // by the manifest's hash

  DeadlineLoader(ModelLoader loader, LoadLimits limits) {
    this.loader = loader;
    this.limits = limits;
    this.places = new Semaphore(limits.atOnce(), true);
  }

  /** One try. */
  private record Attempt(ArtifactRef ref, long began, CompletableFuture<LoadedModel> loaded) {
    Duration age() {
      return Duration.ofNanos(System.nanoTime() - began);
    }
  }

  /**
   * Loads a model in time.
   *
   * @throws InferenceException as the loader, {@code model.load-late}, {@code model.loads-stuck}
   */
  @Override
  public LoadedModel load(ArtifactRef ref) {
    takePlace(ref);
    Attempt attempt = new Attempt(ref, System.nanoTime(), new CompletableFuture<>());
    begin(attempt);
    try {
      return attempt.loaded().get(limits.deadline().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return tooLate(attempt);
    } catch (ExecutionException e) {
      throw failed(e.getCause());
    } catch (InterruptedException e) {
      attempt.loaded().cancel(false); // what it brings is closed
      throw stopping(e);
    }
  }

  LateLoads late() {
    synchronized (late) {
      TreeSet<String> keys = new TreeSet<>();
      late.values().forEach(attempt -> keys.add(attempt.ref().key()));
      return new LateLoads(keys, late.size() >= limits.atOnce());
    }
  }

  private void takePlace(ArtifactRef ref) {
    synchronized (late) {
      Attempt before = late.get(ref.manifestSha256());
      if (before != null) throw late(before);
      if (late.size() >= limits.atOnce()) throw stuck(ref);
    }
    try {
      if (!places.tryAcquire(limits.deadline().toNanos(), TimeUnit.NANOSECONDS)) throw stuck(ref);
    } catch (InterruptedException e) {
      throw stopping(e);
    }
  }

  private void begin(Attempt attempt) {
    Thread thread = new Thread(() -> run(attempt), "load " + attempt.ref().key());
    thread.setDaemon(true);
    try {
      thread.start();
    } catch (OutOfMemoryError e) { // no thread can be had
      places.release();
      throw failed(e);
    }
  }

  private void run(Attempt attempt) {
    try {
      LoadedModel model = loader.load(attempt.ref());
      if (attempt.loaded().complete(model)) return;
      LOG.warnf("%s was loaded after %s, too late", attempt.ref().key(), attempt.age());
      model.retire();
    } catch (Throwable e) { // a hostile model may well cause errors; they are its own
      if (!attempt.loaded().completeExceptionally(e)) {
        LOG.warnf("%s failed after %s: %s", attempt.ref().key(), attempt.age(), e);
      }
    } finally {
      synchronized (late) {
        late.remove(attempt.ref().manifestSha256(), attempt);
      }
      places.release();
    }
  }

  /** Gives up, unless the model comes at this very moment. */
  private LoadedModel tooLate(Attempt attempt) {
    synchronized (late) { // the thread forgets it only afterwards
      if (attempt.loaded().completeExceptionally(late(attempt))) {
        late.put(attempt.ref().manifestSha256(), attempt);
        throw late(attempt);
      }
    }
    try {
      return attempt.loaded().join();
    } catch (CompletionException e) {
      throw failed(e.getCause());
    }
  }

  private InferenceException late(Attempt attempt) {
    return new InferenceException(
        "model.load-late",
        "%s has been loading for %d s, %d s are allowed"
            .formatted(
                attempt.ref().key(), attempt.age().toSeconds(), limits.deadline().toSeconds()));
  }

  private InferenceException stuck(ArtifactRef ref) {
    return new InferenceException(
        "model.loads-stuck",
        "%s is not loaded: all %d places for loading are taken by models that do not end"
            .formatted(ref.key(), limits.atOnce()));
  }

  private static IllegalStateException stopping(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("the service is stopping", e);
  }

  private static RuntimeException failed(Throwable cause) {
    if (cause instanceof RuntimeException known) return known;
    if (cause instanceof OutOfMemoryError) {
      return new InferenceException("model.too-large", "there is no memory for it", cause);
    }
    return new InferenceException("inference.failed", "it cannot be loaded: " + cause, cause);
  }
}
