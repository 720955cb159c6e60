package org.motifworks.interpret.saliency;

import java.util.List;
import org.motifworks.contracts.interpretation.SaliencyExample.EmbeddedMotif;
import org.motifworks.contracts.interpretation.SaliencyRule;
import org.motifworks.core.logo.LogoSpan;
import org.motifworks.core.logo.SequenceLogo;

/** The logo of an explained sequence, with the truth marked under it. */
public final class SaliencyDrawing {
  private SaliencyDrawing() {}

  /** Where the artifact has an example's logo. */
  public static String path(int example, SaliencyRule rule) {
    return "saliency/" + example + (rule == SaliencyRule.GUIDED ? ".svg" : "-plain.svg");
  }

  /**
   * Draws letter heights.
   *
   * @param contributions shape {@code [length][4]}, bits
   * @param placements what was embedded, 0-based half-open
   */
  public static SequenceLogo of(List<List<Double>> contributions, List<EmbeddedMotif> placements) {
    double[][] heights = new double[contributions.size()][4];
    for (int i = 0; i < heights.length; i++) {
      for (int n = 0; n < 4; n++) heights[i][n] = contributions.get(i).get(n);
    }
    List<LogoSpan> spans =
        placements.stream()
            .map(
                placed ->
                    new LogoSpan(
                        placed.start(), placed.end(), placed.factor() + " " + placed.strand()))
            .toList();
    return SequenceLogo.ofContributions(heights).withPositions(1).withSpans(spans);
  }
}
