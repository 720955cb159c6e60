package org.motifworks.interpret.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.kit.artifact.ArtifactStore;

/**
 * The models in memory, least recently used first out. A model is loaded once however many ask for
 * it at the same time; models with equal content are one model.
 */
public final class ModelCache {
  private final ModelLoader loader;
  private final long maximumBytes;
  private final Map<String, CompletableFuture<LoadedModel>> models =
      new LinkedHashMap<>(16, 0.75f, true);
  private boolean closed;

  /**
   * An empty cache.
   *
   * @param maximumBytes sum of the sizes of loaded models it tries to stay under; the model asked
   *     for last always stays, and a model in use is closed only when its last user has gone
   */
  ModelCache(ModelLoader loader, long maximumBytes) {
    this.loader = loader;
    this.maximumBytes = maximumBytes;
  }

  /**
   * A cache of the models in a store.
   *
   * @param maximumBytes as above, by the size of the graphs' files
   */
  public static ModelCache of(ArtifactStore store, OnnxRuntime runtime, long maximumBytes) {
    return new ModelCache(new ArtifactModelLoader(store, runtime), maximumBytes);
  }

  /**
   * A model, loaded if need be; to be closed after use.
   *
   * @throws InferenceException {@code model.corrupt}
   * @throws IllegalStateException when the service is stopping
   */
  public ModelLease acquire(ArtifactRef ref) {
    while (true) {
      LoadedModel model = loaded(ref);
      if (model.retain()) return new ModelLease(model);
      // evicted between the two calls: load it again
    }
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
    if (!keep(future)) model.retire();
  }

  /** Makes room for a model just loaded; false when the cache was drained meanwhile. */
  private synchronized boolean keep(CompletableFuture<LoadedModel> newest) {
    if (closed) return false;
    long bytes = 0;
    for (CompletableFuture<LoadedModel> future : models.values()) {
      if (isLoaded(future)) bytes += future.join().bytes();
    }
    Iterator<CompletableFuture<LoadedModel>> eldestFirst = models.values().iterator();
    while (bytes > maximumBytes && eldestFirst.hasNext()) {
      CompletableFuture<LoadedModel> future = eldestFirst.next();
      if (future == newest || !isLoaded(future)) continue;
      eldestFirst.remove();
      bytes -= future.join().bytes();
      future.join().retire();
    }
    return true;
  }

  private static boolean isLoaded(CompletableFuture<LoadedModel> future) {
    return future.isDone() && !future.isCompletedExceptionally();
  }
}
