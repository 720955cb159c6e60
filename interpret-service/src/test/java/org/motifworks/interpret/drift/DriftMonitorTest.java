package org.motifworks.interpret.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.contracts.event.ModelDrifted;
import org.motifworks.core.sequence.DnaAlphabet;
import org.motifworks.interpret.TinyArtifacts;
import org.motifworks.interpret.model.DeviceChoice;
import org.motifworks.interpret.model.ModelCache;
import org.motifworks.interpret.model.ModelLease;
import org.motifworks.interpret.model.OnnxRuntime;
import org.motifworks.interpret.model.Prediction;
import org.motifworks.interpret.model.TokenBatch;

/** With a real model that was made with what drift is measured against, and one without. */
class DriftMonitorTest {

  @TempDir Path folder;
  private final List<ModelDrifted> told = new ArrayList<>();
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private boolean brokerIsAway;
  private final DriftMonitor monitor = new DriftMonitor(metrics, this::tell);
  private TinyArtifacts tiny;
  private ModelCache cache;

  @BeforeEach
  void load() {
    tiny = TinyArtifacts.in(folder);
    cache = ModelCache.of(tiny.store(), OnnxRuntime.start(DeviceChoice.CPU, 0), 1 << 20);
  }

  @AfterEach
  void close() throws InterruptedException {
    cache.drain(Duration.ofSeconds(10));
  }

  @Test
  void drift_isShown_andToldOnce_evenWhenTellingFailsAtFirst() {
    score("m", tiny.model(), 4000);
    brokerIsAway = true;
    assertThatThrownBy(monitor::measure).hasMessage("the broker is away");
    brokerIsAway = false;
    monitor.measure();
    monitor.measure();
    assertThat(told).singleElement().extracting(ModelDrifted::subject).isEqualTo("m");
    assertThat(told.get(0).version()).isEqualTo((long) (told.get(0).largest() / 0.05));
    assertThat(metrics.get("motifworks.drift").tags("model", "m", "of", "kmers").gauge().value())
        .isEqualTo(told.get(0).kmers().orElseThrow());
    assertThat(metrics.find("motifworks.drift").tags("of", "scores").gauge()).isNull();
    DriftReport report = monitor.report("m");
    assertThat(report.sequences()).isEqualTo(1000);
    assertThat(report.kmers()).isEqualTo(told.get(0).kmers());
    assertThat(report.scores()).isEmpty();
  }

  @Test
  void report_ofAModelThatScoredTooLittle_saysHowLittle() {
    score("m", tiny.model(), 400);
    assertThat(monitor.report("m"))
        .isEqualTo(new DriftReport("m", 100, 1000, OptionalDouble.empty(), OptionalDouble.empty()));
    assertThat(monitor.report("nobody").sequences()).isZero();
  }

  @Test
  void modelOfBefore_isScoredWithout() {
    score("old", TinyArtifacts.model(tiny.store(), "models/old/1", ""), 4000);
    monitor.measure();
    assertThat(told).isEmpty();
    assertThat(metrics.find("motifworks.drift").gauge()).isNull();
  }

  private void tell(String id, ModelDrifted fact) {
    if (brokerIsAway) throw new IllegalStateException("the broker is away");
    assertThat(id).contains(fact.subject());
    told.add(fact);
  }

  private void score(String name, ArtifactRef ref, int sequences) {
    byte[] sequence = DnaAlphabet.tokenise("ACGTTGCATC".repeat(10));
    try (ModelLease lease = cache.acquire(ref)) {
      Function<TokenBatch, Prediction> predict = monitor.watched(name, lease);
      TokenBatch batch = new TokenBatch(100, sequence.length);
      for (int i = 0; i < sequences; i += 100) {
        while (!batch.isFull()) batch.add(sequence);
        assertThat(predict.apply(batch).probabilities()).isNotEmpty();
        batch.clear();
      }
    }
  }
}
