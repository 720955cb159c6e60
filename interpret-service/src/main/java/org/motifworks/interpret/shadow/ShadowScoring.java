package org.motifworks.interpret.shadow;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.motifworks.interpret.model.ModelCache;
import org.motifworks.interpret.model.ModelLease;
import org.motifworks.interpret.model.Prediction;
import org.motifworks.interpret.model.TokenBatch;
import org.motifworks.interpret.registry.ModelSource;
import org.motifworks.interpret.registry.TrainedModel;

/**
 * Has the model with a series' alias {@code shadow} score what the series' other aliases are asked,
 * too, and compares. Nobody waits for it: it has one thread, and what comes while four batches wait
 * is passed over.
 */
@ApplicationScoped
public class ShadowScoring {
  private static final Logger LOG = Logger.getLogger(ShadowScoring.class);
  private static final String ALIAS = "shadow";
  private static final int WAITING = 4;
  private static final int REMEMBERED = 100;

  private final ModelSource models;
  private final ModelCache cache;
  private final MeterRegistry metrics;
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), ShadowScoring::thread);
  private final Map<Pair, Shadow> shadows =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Pair, Shadow> eldest) {
              return size() > REMEMBERED;
            }
          });

  ShadowScoring(ModelSource models, ModelCache cache, MeterRegistry metrics) {
    this.models = models;
    this.cache = cache;
    this.metrics = metrics;
  }

  private record Pair(String served, String shadow) {}

  /**
   * A way to score after which the shadow is asked the same, if the model was asked for by an alias
   * of a series that has a shadow; else the way itself.
   *
   * @param model as it was asked for
   */
  public Function<TokenBatch, Prediction> shadowed(
      TrainedModel model, ModelLease lease, Function<TokenBatch, Prediction> predict) {
    Optional<TrainedModel> other = shadowOf(model);
    if (other.isEmpty()) return predict;
    Shadow shadow =
        shadows.computeIfAbsent(
            new Pair(model.id(), other.get().id()),
            pair -> new Shadow(model.id(), other.get(), lease.description().classes()));
    String series = model.named().orElseThrow().series();
    return batch -> {
      Prediction prediction = predict.apply(batch);
      if (!batch.isEmpty()) offer(series, shadow, batch, prediction);
      return prediction;
    };
  }

  /**
   * What is known of a model's shadow.
   *
   * @param model as it was asked for
   */
  public ShadowReport report(TrainedModel model) {
    Optional<String> other = shadowOf(model).map(TrainedModel::id);
    return other
        .map(id -> shadows.get(new Pair(model.id(), id)))
        .map(Shadow::report)
        .orElseGet(() -> ShadowReport.nothing(model.id(), other));
  }

  @PreDestroy
  void stop() {
    thread.shutdownNow();
  }

  private Optional<TrainedModel> shadowOf(TrainedModel model) {
    return model
        .named()
        .filter(named -> named.alias().isPresent())
        .flatMap(named -> models.served(named.series() + "@" + ALIAS))
        .filter(other -> !other.id().equals(model.id()));
  }

  private void offer(String series, Shadow shadow, TokenBatch batch, Prediction prediction) {
    int rows = batch.rows();
    if (thread.getQueue().remainingCapacity() == 0) { // saves the copy
      passOver(series, shadow, rows);
      return;
    }
    byte[] tokens = batch.copy();
    try {
      thread.execute(() -> compare(series, shadow, tokens, rows, prediction));
    } catch (RejectedExecutionException e) {
      passOver(series, shadow, rows);
    }
  }

  private void compare(
      String series, Shadow shadow, byte[] tokens, int rows, Prediction prediction) {
    try {
      shadow.compare(tokens, rows, prediction, cache);
      count(series, "compared", rows);
    } catch (RuntimeException e) {
      passOver(series, shadow, rows);
      if (shadow.failed(e.toString())) LOG.warnf("the shadow of %s fails: %s", series, e);
    }
  }

  private void passOver(String series, Shadow shadow, int rows) {
    shadow.passOver(rows);
    count(series, "passed-over", rows);
  }

  private void count(String series, String result, int rows) {
    metrics
        .counter("motifworks.shadow.sequences", "series", series, "result", result)
        .increment(rows);
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "shadow");
    thread.setDaemon(true);
    return thread;
  }
}
