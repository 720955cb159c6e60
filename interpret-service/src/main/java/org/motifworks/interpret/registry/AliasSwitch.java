package org.motifworks.interpret.registry;

import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.motifworks.contracts.event.ModelPromoted;
import org.motifworks.interpret.model.InferenceException;
import org.motifworks.interpret.model.ModelCache;

/**
 * Brings promotions into service: the new model is loaded beside the old, which looks through its
 * graphs and checks it against the sample it was shipped with, and only then does the alias stand
 * for it. Until then, and for as long as it cannot be loaded, the old one goes on. Requests under
 * way keep the model they began with.
 *
 * <p>Used by one thread, which never waits for a model: loading goes on in others, so that one that
 * takes long keeps no other alias behind.
 */
final class AliasSwitch implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(AliasSwitch.class);
  private static final long FIRST_DELAY_NANOS = 1_000_000_000L;
  private static final long LONGEST_DELAY_NANOS = 30 * FIRST_DELAY_NANOS;
  private static final int LOADERS = 4;

  private final Function<String, TrainedModel> models;
  private final ModelCache cache;
  private final ServedAliases served;
  private final Map<String, Waiting> waiting = new HashMap<>();
  private final ExecutorService loaders =
      Executors.newFixedThreadPool(LOADERS, AliasSwitch::loader);
  private volatile Map<String, String> failing = Map.of();

  /**
   * @param models by id; throws what {@link ModelSource#find} throws
   */
  AliasSwitch(Function<String, TrainedModel> models, ModelCache cache, ServedAliases served) {
    this.models = models;
    this.cache = cache;
    this.served = served;
  }

  /** A promotion that is not in service yet. */
  private static final class Waiting {
    private final ModelPromoted promotion;
    private long notBefore = System.nanoTime();
    private long delay = FIRST_DELAY_NANOS;
    private CompletableFuture<TrainedModel> loading; // null between tries
    private String failure; // of the last try; null before its end

    Waiting(ModelPromoted promotion) {
      this.promotion = promotion;
    }

    void failed(Throwable e) {
      boolean coded = e instanceof InferenceException;
      failure = (coded ? ((InferenceException) e).code() + ": " : "") + e.getMessage();
      loading = null;
      notBefore = System.nanoTime() + delay;
      delay = Math.min(2 * delay, LONGEST_DELAY_NANOS);
    }
  }

  /** Notes a promotion; one that is not newer than what is known of its alias is passed over. */
  void hear(ModelPromoted promotion) {
    String name = promotion.subject();
    long known =
        served
            .find(name)
            .flatMap(TrainedModel::named)
            .flatMap(TrainedModel.Named::generation)
            .orElse(0L);
    Waiting before = waiting.get(name);
    if (before != null) known = Math.max(known, before.promotion.version());
    if (promotion.version() <= known) return;
    waiting.put(name, new Waiting(promotion)); // what was being loaded for it counts no more
  }

  /** Begins to load what is due, and serves what is loaded. */
  void settle() {
    Map<String, String> failed = new TreeMap<>();
    Iterator<Map.Entry<String, Waiting>> each = waiting.entrySet().iterator();
    while (each.hasNext()) {
      Map.Entry<String, Waiting> entry = each.next();
      Waiting now = entry.getValue();
      if (now.loading == null && now.notBefore - System.nanoTime() <= 0) {
        now.loading = CompletableFuture.supplyAsync(() -> load(now.promotion), loaders);
      }
      if (now.loading != null && now.loading.isDone() && serve(now)) each.remove();
      else if (now.failure != null) failed.put(entry.getKey(), now.failure);
    }
    failing = Collections.unmodifiableMap(failed);
  }

  /** Whether each promotion heard of is in service, or could not be loaded. */
  boolean allTried() {
    return waiting.values().stream().allMatch(each -> each.failure != null);
  }

  /** Aliases whose newest model could not be loaded, and why; safe to ask from any thread. */
  Map<String, String> failing() {
    return failing;
  }

  /** Loads no more. */
  @Override
  public void close() {
    loaders.shutdownNow();
  }

  private TrainedModel load(ModelPromoted promotion) {
    TrainedModel model = models.apply(promotion.model());
    cache.acquire(promotion.ref()).close();
    return new TrainedModel(
        model.id(), promotion.ref(), model.dataset(), Optional.empty(), named(promotion));
  }

  private boolean serve(Waiting now) {
    ModelPromoted promotion = now.promotion;
    try {
      TrainedModel model = now.loading.join();
      cache.pin(promotion.subject(), model.ref());
      served.serve(promotion.subject(), model);
      LOG.infof(
          "%s is model %s from now on (version %d, generation %d)",
          promotion.subject(), promotion.model(), promotion.modelVersion(), promotion.version());
      return true;
    } catch (CompletionException e) {
      now.failed(e.getCause());
      LOG.errorf(
          "%s: model %s of generation %d cannot be loaded, what was served goes on: %s",
          promotion.subject(), promotion.model(), promotion.version(), e.getCause());
      return false;
    }
  }

  private static Optional<TrainedModel.Named> named(ModelPromoted promotion) {
    return Optional.of(
        new TrainedModel.Named(
            promotion.series(),
            promotion.modelVersion(),
            Optional.of(promotion.alias()),
            Optional.of(promotion.version())));
  }

  private static Thread loader(Runnable work) {
    Thread thread = new Thread(work, "alias-loader");
    thread.setDaemon(true);
    return thread;
  }
}
