package org.motifworks.core.metric;

import java.util.OptionalDouble;

/**
 * Area under the precision-recall curve, two ways that differ by up to a few percent; both from 0
 * to 1, the share of positives by chance.
 */
public final class AuPr {
  private AuPr() {}

  /**
   * The paper's: trapezoids between the points of the curve, as scikit-learn's {@code auc(recall,
   * precision)} over {@code precision_recall_curve}. Empty when there are no positives or no
   * negatives.
   */
  public static OptionalDouble trapezoid(RankedScores ranked) {
    if (ranked.positives() == 0 || ranked.negatives() == 0) return OptionalDouble.empty();
    double area = 0;
    double recall = 0;
    double precision = 1; // the curve starts at (0, 1) by definition
    for (int step = 0; step < ranked.steps(); step++) {
      double nextRecall = recall(ranked, step);
      double nextPrecision = precision(ranked, step);
      area += (nextRecall - recall) * (precision + nextPrecision) / 2;
      recall = nextRecall;
      precision = nextPrecision;
    }
    return OptionalDouble.of(area);
  }

  /**
   * Average precision: precision at each step weighted by the recall it adds, without
   * interpolation, as scikit-learn's {@code average_precision_score}. Empty when there are no
   * positives or no negatives.
   */
  public static OptionalDouble averagePrecision(RankedScores ranked) {
    if (ranked.positives() == 0 || ranked.negatives() == 0) return OptionalDouble.empty();
    double area = 0;
    int tp = 0;
    for (int step = 0; step < ranked.steps(); step++) {
      area += (ranked.truePositives(step) - tp) * precision(ranked, step);
      tp = ranked.truePositives(step);
    }
    return OptionalDouble.of(area / ranked.positives());
  }

  static double recall(RankedScores ranked, int step) {
    return (double) ranked.truePositives(step) / ranked.positives();
  }

  static double precision(RankedScores ranked, int step) {
    int tp = ranked.truePositives(step);
    return (double) tp / (tp + ranked.falsePositives(step));
  }
}
