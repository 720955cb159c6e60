package org.motifworks.interpret.saliency;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.motifworks.contracts.interpretation.SaliencyMap;
import org.motifworks.core.logo.LogoHeights;
import org.motifworks.interpret.number.Rounded;

/** Gradients as they are written down. */
public final class SaliencyMaps {
  private SaliencyMaps() {}

  /** The map of one explained sequence, without its picture. */
  public static SaliencyMap of(
      String id, String className, String sequence, GuidedGradient.Explained explained) {
    return new SaliencyMap(
        id,
        className,
        sequence,
        Rounded.to(explained.logit(), 4),
        Rounded.to(explained.probability(), 6),
        rounded(explained.gradient(), 5),
        rounded(LogoHeights.sharpenedSaliency(explained.gradient()), 4),
        Optional.empty());
  }

  private static List<List<Double>> rounded(double[][] rows, int decimals) {
    List<List<Double>> result = new ArrayList<>(rows.length);
    for (double[] row : rows) {
      List<Double> values = new ArrayList<>(row.length);
      for (double value : row) values.add(Rounded.to(value, decimals));
      result.add(values);
    }
    return result;
  }
}
