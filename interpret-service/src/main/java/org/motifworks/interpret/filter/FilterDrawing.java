package org.motifworks.interpret.filter;

import org.motifworks.contracts.interpretation.FilterFinding;
import org.motifworks.contracts.interpretation.TargetMatch;
import org.motifworks.core.logo.AlignedLogos;
import org.motifworks.core.logo.SequenceLogo;
import org.motifworks.core.motif.Motif;
import org.motifworks.core.motif.PositionProbabilityMatrix;
import org.motifworks.core.motif.Strand;

/** A filter as a logo, alone or above the motif it matches. */
public final class FilterDrawing {
  private FilterDrawing() {}

  /**
   * The filter's logo, the columns that were matched.
   *
   * @throws IllegalArgumentException for a dead filter, which has none
   */
  public static SequenceLogo logo(FilterFinding filter) {
    return SequenceLogo.ofMotif(motif(filter).matrix()).titled("Filter " + filter.filter());
  }

  /** The filter above its match, column by column as they were aligned. */
  public static AlignedLogos aligned(FilterFinding filter, TargetMatch match, Motif target) {
    return new AlignedLogos(
        motif(filter), target, match.offset(), Strand.of(match.strand().charAt(0)));
  }

  /** The filter as a motif named {@code filter-k}. */
  public static Motif motif(FilterFinding filter) {
    if (!filter.hasMotif()) {
      throw new IllegalArgumentException("filter " + filter.filter() + " has no motif");
    }
    double[][] rows =
        filter.matrix().stream()
            .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
            .toArray(double[][]::new);
    return new Motif(
        "filter-" + filter.filter(),
        "",
        PositionProbabilityMatrix.normalized(rows),
        filter.sites());
  }
}
