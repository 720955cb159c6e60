package org.motifworks.core.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The points of a ROC curve from (0, 0) to (1, 1), one for each different score. */
public record RocCurve(List<Point> points) {
  public RocCurve {
    points = List.copyOf(points);
  }

  /** Both rates when everything scoring at least {@code threshold} is called positive. */
  public record Point(double falsePositiveRate, double truePositiveRate, double threshold) {}

  /** The curve; empty when there are no positives or no negatives. */
  public static Optional<RocCurve> of(RankedScores ranked) {
    if (ranked.positives() == 0 || ranked.negatives() == 0) return Optional.empty();
    List<Point> points = new ArrayList<>(ranked.steps() + 1);
    points.add(new Point(0, 0, Double.POSITIVE_INFINITY));
    for (int step = 0; step < ranked.steps(); step++) {
      points.add(
          new Point(
              (double) ranked.falsePositives(step) / ranked.negatives(),
              (double) ranked.truePositives(step) / ranked.positives(),
              ranked.threshold(step)));
    }
    return Optional.of(new RocCurve(points));
  }
}
