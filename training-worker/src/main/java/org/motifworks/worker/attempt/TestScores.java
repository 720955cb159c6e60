package org.motifworks.worker.attempt;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.motifworks.contracts.model.TestMetrics;
import org.motifworks.contracts.model.TestMetrics.ClassMetrics;
import org.motifworks.core.metric.AuPr;
import org.motifworks.core.metric.AuRoc;
import org.motifworks.core.metric.RankedScores;
import org.motifworks.worker.network.TokenSource;

/** Turns logits and labels of a split into metrics. */
final class TestScores {

  private TestScores() {}

  /** Metrics of a split from its logits {@code [N, classes]}. */
  static TestMetrics of(float[] logits, TokenSource split, List<String> classes) {
    byte[] labels = new byte[Math.multiplyExact(split.size(), split.classes())];
    split.labels().copyRows(0, split.size(), labels, 0);
    List<ClassMetrics> rows = new ArrayList<>();
    for (int c = 0; c < classes.size(); c++) {
      RankedScores ranked = RankedScores.ofClass(logits, labels, classes.size(), c);
      rows.add(
          new ClassMetrics(
              classes.get(c),
              ranked.positives(),
              nullable(AuRoc.of(ranked)),
              nullable(AuPr.trapezoid(ranked))));
    }
    double[] roc = defined(rows, ClassMetrics::auRoc);
    double[] pr = defined(rows, ClassMetrics::auPr);
    return new TestMetrics(split.size(), rows, mean(roc), deviation(roc), mean(pr), deviation(pr));
  }

  private static Double nullable(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  private static double[] defined(List<ClassMetrics> rows, Function<ClassMetrics, Double> metric) {
    return rows.stream().map(metric).filter(Objects::nonNull).mapToDouble(v -> v).toArray();
  }

  private static Double mean(double[] values) {
    if (values.length == 0) {
      return null;
    }
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static Double deviation(double[] values) {
    Double mean = mean(values);
    if (mean == null) {
      return null;
    }
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return Math.sqrt(sum / values.length);
  }
}
