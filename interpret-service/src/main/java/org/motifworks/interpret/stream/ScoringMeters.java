package org.motifworks.interpret.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import org.motifworks.contracts.scoring.SequenceScores;

/** Measures what is scored over Kafka, of which only what is committed counts. */
final class ScoringMeters {

  private final Timer batches;
  private final DistributionSummary sizes;
  private final Counter scored;
  private final Counter errors;

  ScoringMeters(MeterRegistry metrics) {
    this.batches =
        Timer.builder("motifworks.scoring.batches")
            .description("Batches of records, from read to committed")
            .register(metrics);
    this.sizes =
        DistributionSummary.builder("motifworks.scoring.batch.size")
            .description("Sequences of a batch")
            .register(metrics);
    this.scored =
        metrics.counter("motifworks.scored.sequences", "via", "kafka", "result", "scored");
    this.errors = metrics.counter("motifworks.scored.sequences", "via", "kafka", "result", "error");
  }

  void committed(List<SequenceScores> outcomes, Duration took) {
    batches.record(took);
    long scores = 0;
    long failed = 0;
    for (SequenceScores outcome : outcomes) {
      List<SequenceScores.Result> results = outcome.results().orElse(List.of());
      for (SequenceScores.Result result : results) {
        if (result.error().isPresent()) failed++;
        else scores++;
      }
      if (outcome.error().isPresent()) failed++;
      if (outcome.scores().isPresent()) scores++;
    }
    sizes.record((double) scores + failed);
    errors.increment(failed);
    scored.increment(scores);
  }
}
