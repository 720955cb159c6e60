package org.motifworks.core.motif;

/**
 * Which columns of a filter's motif are matched: the span over 0.5 bits, widened by three on both
 * sides (Koo &amp; Eddy 2019, and their code).
 *
 * <p>A motif without any column over 0.5 bits stays whole, so every living filter has a match or
 * none by its own probabilities and never for want of columns.
 */
public enum MotifClip {
  /** All columns; the paper's treatment of the 9-wide networks. */
  NONE {
    @Override
    PositionProbabilityMatrix measured(PositionProbabilityMatrix matrix) {
      return matrix;
    }

    @Override
    public MotifSpan span(PositionProbabilityMatrix matrix) {
      return new MotifSpan(0, matrix.width());
    }
  },

  /** Information measured on the probabilities themselves (the authors' final code). */
  PLAIN {
    @Override
    PositionProbabilityMatrix measured(PositionProbabilityMatrix matrix) {
      return matrix;
    }
  },

  /** Information measured on exp(3 p / max p), renormalised (April 2019; made Table 1). */
  SHARPENED {
    @Override
    PositionProbabilityMatrix measured(PositionProbabilityMatrix matrix) {
      return sharpened(matrix);
    }
  };

  /** The information a column must exceed to begin or end a span. */
  public static final double BITS = 0.5;

  /** How many columns are kept on either side of it. */
  public static final int PADDING = 3;

  private static final double SHARPNESS = 3;

  abstract PositionProbabilityMatrix measured(PositionProbabilityMatrix matrix);

  /** The columns that are kept. */
  public MotifSpan span(PositionProbabilityMatrix matrix) {
    return measured(matrix).informativeSpan(BITS, PADDING).orElse(new MotifSpan(0, matrix.width()));
  }

  /** The matrix cut to its span; always the given probabilities, never the sharpened ones. */
  public PositionProbabilityMatrix clip(PositionProbabilityMatrix matrix) {
    MotifSpan span = span(matrix);
    return matrix.slice(span.from(), span.to());
  }

  private static PositionProbabilityMatrix sharpened(PositionProbabilityMatrix matrix) {
    double[][] rows = matrix.rows();
    double max = 0;
    for (double[] row : rows) for (double p : row) max = Math.max(max, p);
    for (double[] row : rows) {
      for (int nucleotide = 0; nucleotide < 4; nucleotide++) {
        row[nucleotide] = Math.exp(SHARPNESS * row[nucleotide] / max);
      }
    }
    return PositionProbabilityMatrix.normalized(rows);
  }
}
