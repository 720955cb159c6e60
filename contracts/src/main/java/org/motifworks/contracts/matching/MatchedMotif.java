package org.motifworks.contracts.matching;

import java.util.List;
import org.motifworks.core.match.MotifMatch;
import org.motifworks.core.match.QueryMatches;
import org.motifworks.core.match.RelevantFactors;
import org.motifworks.core.motif.Motif;

/**
 * One query and what it matches.
 *
 * @param name what people call it; may be empty
 * @param sites its matrix was made from, not always whole; 0 when unknown
 * @param informationBits of the matrix, summed over its columns
 * @param consensus likeliest nucleotide of each column
 * @param matches best first
 */
public record MatchedMotif(
    String id,
    String name,
    double sites,
    double informationBits,
    String consensus,
    List<MatchedTarget> matches) {
  public MatchedMotif {
    matches = List.copyOf(matches);
  }

  /**
   * A query as others are told it.
   *
   * @param factors which targets are relevant; of no classes if none is
   */
  public static MatchedMotif of(QueryMatches found, RelevantFactors factors) {
    Motif query = found.query();
    return new MatchedMotif(
        query.id(),
        query.name(),
        (int) Math.round(query.sites()),
        MatchingNumbers.rounded(query.matrix().informationContent()),
        query.matrix().consensus(),
        found.matches().stream().map(match -> target(match, factors)).toList());
  }

  /** The same with its matches told otherwise, such as with pictures. */
  public MatchedMotif withMatches(List<MatchedTarget> others) {
    return new MatchedMotif(id, name, sites, informationBits, consensus, others);
  }

  private static MatchedTarget target(MotifMatch match, RelevantFactors factors) {
    return MatchedTarget.of(match, factors.factorOf(match.target()));
  }
}
