package org.motifworks.interpret.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.kit.artifact.ArtifactStore;

/**
 * The models in memory, least recently used first out, those that an alias stands for last. A model
 * is loaded once however many ask for it at the same time; models with equal content are one model.
 */
public final class ModelCache {
  private final DeadlineLoader loader;
  private final long maximumBytes;
  private final Map<String, CompletableFuture<LoadedModel>> models =
      new LinkedHashMap<>(16, 0.75f, true);
  private final Map<String, String> pinned = new HashMap<>(); // manifest's hash by alias
  private final List<LoadedModel> leaving = new ArrayList<>();
  private boolean closed;

  /**
   * An empty cache.
   *
   * @param maximumBytes that loaded models may hold together; the model asked for last always
   *     stays, and a model in use is closed only when its last user has gone
   */
  ModelCache(DeadlineLoader loader, long maximumBytes) {
    this.loader = loader;
    this.maximumBytes = maximumBytes;
  }

  /**
   * A cache of the models in a store.
   *
   * @param maximumBytes as above
   */
  public static ModelCache of(ArtifactStore store, OnnxRuntime runtime, long maximumBytes) {
    return of(store, runtime, maximumBytes, new LoadLimits(Duration.ofMinutes(1), 4));
  }

  /** The same with other limits on loading. */
  public static ModelCache of(
      ArtifactStore store, OnnxRuntime runtime, long maximumBytes, LoadLimits limits) {
    DeadlineLoader loader = new DeadlineLoader(new ArtifactModelLoader(store, runtime), limits);
    return new ModelCache(loader, maximumBytes);
  }

  /**
   * A model, loaded if need be; to be closed after use.
   *
   * @throws InferenceException when it cannot be loaded, or not in time
   * @throws IllegalStateException when the service is stopping
   */
  public ModelLease acquire(ArtifactRef ref) {
    while (true) {
      LoadedModel model = loaded(ref);
      if (model.retain()) return new ModelLease(model, () -> makeRoom(model));
      // evicted between the two calls: load it again
    }
  }

  /**
   * Keeps a model that an alias stands for longer than others; the one before is like any again.
   */
  public synchronized void pin(String alias, ArtifactRef ref) {
    pinned.put(alias, ref.manifestSha256());
  }

  /** Loads that have passed their deadline and have not ended. */
  public LateLoads lateLoads() {
    return loader.late();
  }

  /** About how many bytes all models hold, those included that are closed after their last use. */
  public synchronized long bytes() {
    leaving.removeIf(LoadedModel::isClosed);
    return loadedBytes() + leaving.stream().mapToLong(LoadedModel::bytes).sum();
  }

  /** Models in memory or on their way there. */
  public synchronized int size() {
    return models.size();
  }

  /** Lends no more, closes what is unused, waits for the rest; says whether all are closed. */
  public boolean drain(Duration patience) throws InterruptedException {
    List<CompletableFuture<LoadedModel>> all;
    synchronized (this) {
      closed = true;
      all = new ArrayList<>(models.values());
      models.clear();
    }
    long end = System.nanoTime() + patience.toNanos();
    boolean drained = true;
    for (CompletableFuture<LoadedModel> future : all) {
      if (!future.isDone() || future.isCompletedExceptionally()) continue;
      LoadedModel model = future.join();
      model.retire();
      drained &= model.awaitClosed(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
    }
    return drained;
  }

  private LoadedModel loaded(ArtifactRef ref) {
    CompletableFuture<LoadedModel> future;
    boolean mine = false;
    synchronized (this) {
      if (closed) throw new IllegalStateException("the service is stopping");
      future = models.get(ref.manifestSha256());
      if (future == null) {
        future = new CompletableFuture<>();
        models.put(ref.manifestSha256(), future);
        mine = true;
      }
    }
    if (mine) load(ref, future);
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException) throw (RuntimeException) e.getCause();
      throw e;
    }
  }

  private void load(ArtifactRef ref, CompletableFuture<LoadedModel> future) {
    LoadedModel model;
    try {
      model = loader.load(ref);
    } catch (RuntimeException | Error e) {
      synchronized (this) {
        models.remove(ref.manifestSha256());
      }
      future.completeExceptionally(e);
      return;
    }
    future.complete(model);
    if (!makeRoom(model)) model.retire();
  }

  /**
   * Unloads others for a model just loaded or grown; false when the cache was drained meanwhile.
   */
  private synchronized boolean makeRoom(LoadedModel newest) {
    if (closed) return false;
    Set<String> kept = new HashSet<>(pinned.values());
    unload(newest, model -> !kept.contains(model.ref().manifestSha256()));
    unload(newest, model -> true);
    return true;
  }

  /** From the least recently used on, until the rest fits. */
  private void unload(LoadedModel newest, Predicate<LoadedModel> which) {
    long bytes = loadedBytes();
    Iterator<CompletableFuture<LoadedModel>> eldestFirst = models.values().iterator();
    while (bytes > maximumBytes && eldestFirst.hasNext()) {
      CompletableFuture<LoadedModel> future = eldestFirst.next();
      if (!isLoaded(future)) continue;
      LoadedModel model = future.join();
      if (model == newest || !which.test(model)) continue;
      eldestFirst.remove();
      bytes -= model.bytes();
      leaving.add(model);
      model.retire();
    }
    leaving.removeIf(LoadedModel::isClosed);
  }

  private long loadedBytes() {
    return models.values().stream()
        .filter(ModelCache::isLoaded)
        .mapToLong(future -> future.join().bytes())
        .sum();
  }

  private static boolean isLoaded(CompletableFuture<LoadedModel> future) {
    return future.isDone() && !future.isCompletedExceptionally();
  }
}
