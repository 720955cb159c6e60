package org.motifworks.interpret.stream;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import org.motifworks.contracts.scoring.SequenceScores;
import org.motifworks.interpret.score.BatchMeters;

/** Measures what is scored over Kafka, of which only what is committed counts. */
final class ScoringMeters {

  private final BatchMeters meters;

  ScoringMeters(MeterRegistry metrics) {
    this.meters = new BatchMeters(metrics, "kafka");
  }

  void committed(List<SequenceScores> outcomes, Duration took) {
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
    meters.answered(scores, failed, took);
  }
}
