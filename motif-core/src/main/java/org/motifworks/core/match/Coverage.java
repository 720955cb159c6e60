package org.motifworks.core.match;

/**
 * How much of the target a match is about, which a p-value does not tell: half a motif can match as
 * significantly as a whole one.
 *
 * <p>Both sequence logos are laid over each other as the match aligned them; the share of the
 * target's area that the query's letters cover is
 *
 * <pre>sum over aligned columns and nucleotides of min(q, t) / sum of t over all of the target
 * </pre>
 *
 * with q and t the letters' heights in bits (probability times the column's information, Schneider
 * &amp; Stephens 1990). A query can fall short by columns it does not have and by information it
 * does not have: filters that spread a motif over deeper layers are as wide as the motif and
 * blurred.
 *
 * @param share in [0, 1]; 0 when the target has no information
 */
public record Coverage(double share) {
  /**
   * A share from which a motif is called whole; {@value}.
   *
   * <p>Calibrated against JASPAR 2016. Whole: all of 173 matrices redrawn from 20 sites each cover
   * at least 0.81 of their origin. Partial: of 46 matrices cut to 4 to 7 of their columns 38 cover
   * less than 0.75; the others kept most of their information. Of filters with a match, learned
   * from the paper's simulated sequences, 26 of 29 of {@code cnn-25} (whole motifs, by the paper)
   * are called whole, and none of 26 of {@code cnn-2} (parts).
   */
  public static final double WHOLE = 0.75;

  /** The coverage of a match's target by its query. */
  public static Coverage of(MotifMatch match) {
    LogoArea query = LogoArea.of(match.query().matrix());
    LogoArea target = LogoArea.of(match.target().matrix().onStrand(match.strand()));
    if (target.bits <= 0) return new Coverage(0);
    return new Coverage(Math.min(1, query.shared(target, match.offset()) / target.bits));
  }

  /** Whether the query is only a part, or a shadow, of the target. */
  public boolean partial() {
    return share < WHOLE;
  }
}
