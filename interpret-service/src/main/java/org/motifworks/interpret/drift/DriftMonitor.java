package org.motifworks.interpret.drift;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.motifworks.contracts.event.ModelDrifted;
import org.motifworks.contracts.model.DriftReference;
import org.motifworks.interpret.model.ModelLease;
import org.motifworks.interpret.model.ModelOutline;
import org.motifworks.interpret.model.Prediction;
import org.motifworks.interpret.model.TokenBatch;
import org.motifworks.kit.event.FactPublisher;
import org.motifworks.kit.health.Loop;
import org.motifworks.kit.health.Loops;
import org.motifworks.kit.time.Repeated;

/**
 * Watches what is scored for drift: shows it as gauges, and tells it as {@link ModelDrifted} each
 * time it has grown by a step. What a model was told to have drifted by is not told again when it
 * comes and goes. Each replica watches what it scores itself.
 */
@ApplicationScoped
public class DriftMonitor implements Loops {
  private static final Logger LOG = Logger.getLogger(DriftMonitor.class);
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Duration FORGOTTEN = Duration.ofHours(1);
  private static final int MOST_MODELS = 100;

  private final Map<String, DriftWindow> windows = new ConcurrentHashMap<>();
  private final MultiGauge gauge;
  private final BiConsumer<String, ModelDrifted> tell;
  private final Repeated measuring = new Repeated("drift", PAUSE, this::measure);

  @Inject
  DriftMonitor(MeterRegistry metrics, FactPublisher publisher) {
    this(metrics, publisher::publish);
  }

  /**
   * @param tell takes an event's id and the fact
   */
  public DriftMonitor(MeterRegistry metrics, BiConsumer<String, ModelDrifted> tell) {
    this.gauge =
        MultiGauge.builder("motifworks.drift")
            .description("Divergence of what is scored from what the model was trained on, in bits")
            .register(metrics);
    this.tell = tell;
  }

  void start(@Observes StartupEvent event) {
    measuring.start();
  }

  void stop(@Observes ShutdownEvent event) {
    measuring.close();
  }

  /**
   * A model's way to score that takes note of what it scores: at once, without waiting. Models that
   * say nothing of their training are left as they are, and so are those beyond a hundred at a
   * time.
   *
   * @param model its id
   */
  public Function<TokenBatch, Prediction> watched(String model, ModelLease lease) {
    Optional<DriftWindow> window = lease.drift().flatMap(of -> window(model, lease, of));
    if (window.isEmpty()) return lease.session()::predict;
    return batch -> {
      Prediction prediction = lease.session().predict(batch);
      window.get().add(batch, prediction);
      return prediction;
    };
  }

  /** What this replica has seen of a model; nothing yet for one that has scored nothing of late. */
  public DriftReport report(String model) {
    Optional<DriftWindow> window = Optional.ofNullable(windows.get(model));
    Optional<Drift> drift = window.flatMap(DriftWindow::measure);
    return new DriftReport(
        model,
        window.map(DriftWindow::rows).orElse(0L),
        DriftWindow.MINIMUM,
        drift.map(Drift::kmers).orElse(OptionalDouble.empty()),
        drift.map(Drift::scores).orElse(OptionalDouble.empty()));
  }

  private Optional<DriftWindow> window(String model, ModelLease lease, DriftReference reference) {
    ModelOutline description = lease.description();
    DriftWindow known = windows.get(model);
    if (known != null || windows.size() >= MOST_MODELS) return Optional.ofNullable(known);
    return Optional.of(
        windows.computeIfAbsent(
            model,
            id -> new DriftWindow(reference, description.classes().size(), description.window())));
  }

  /** One look at all models; by one thread. */
  void measure() {
    long now = System.nanoTime();
    windows.values().removeIf(window -> now - window.lastUse() > FORGOTTEN.toNanos());
    List<ModelDrifted> facts = new ArrayList<>();
    List<MultiGauge.Row<?>> rows = new ArrayList<>();
    windows.forEach(
        (model, window) -> {
          Optional<Drift> drift = window.measure();
          if (drift.isEmpty()) return;
          addRow(rows, model, "kmers", drift.get().kmers());
          addRow(rows, model, "scores", drift.get().scores());
          facts.add(drift.get().fact(model));
        });
    gauge.register(rows, true);
    for (ModelDrifted fact : facts) tellIfMore(fact);
  }

  private void tellIfMore(ModelDrifted fact) {
    DriftWindow window = windows.get(fact.subject());
    if (fact.version() <= window.told()) return;
    // derived, so that what two replicas see, or one that was started again, is heard once
    tell.accept("drift-" + fact.subject() + "-" + fact.version(), fact);
    window.told(fact.version());
    LOG.warnf(
        "model %s: the last %d sequences looked at have drifted from training by %.3f bits",
        fact.subject(), fact.sequences(), fact.largest());
  }

  private static void addRow(
      List<MultiGauge.Row<?>> rows, String model, String of, OptionalDouble bits) {
    if (bits.isEmpty()) return;
    rows.add(MultiGauge.Row.of(Tags.of("model", model, "of", of), bits.getAsDouble()));
  }

  @Override
  public Stream<Loop> loops() {
    return Stream.of(measuring.loop());
  }
}
