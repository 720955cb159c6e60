package org.motifworks.core.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The points of a precision-recall curve by rising recall, from (0, 1), one a different score. */
public record PrecisionRecall(List<Point> points) {
  public PrecisionRecall {
    points = List.copyOf(points);
  }

  /** Both shares when everything scoring at least {@code threshold} is called positive. */
  public record Point(double recall, double precision, double threshold) {}

  /** The curve; empty when there are no positives or no negatives. */
  public static Optional<PrecisionRecall> of(RankedScores ranked) {
    if (ranked.positives() == 0 || ranked.negatives() == 0) return Optional.empty();
    List<Point> points = new ArrayList<>(ranked.steps() + 1);
    points.add(new Point(0, 1, Double.POSITIVE_INFINITY));
    for (int step = 0; step < ranked.steps(); step++) {
      points.add(
          new Point(
              AuPr.recall(ranked, step), AuPr.precision(ranked, step), ranked.threshold(step)));
    }
    return Optional.of(new PrecisionRecall(points));
  }
}
