package org.motifworks.contracts.matching;

import java.util.Optional;
import org.motifworks.core.match.Coverage;
import org.motifworks.core.match.MotifMatch;

/**
 * A motif of the database that a query resembles, as Tomtom reports it, and how much of it.
 *
 * @param targetId such as {@code MA0139.1}
 * @param targetName such as {@code CTCF}; may be empty
 * @param offset as Tomtom prints it: the query's first column lies over this column of the target
 *     as read from {@code strand} (0-based; negative when the query begins first)
 * @param overlap columns aligned
 * @param strand {@code +}, or {@code -} when the target's reverse complement is what matches
 * @param queryConsensus likeliest nucleotides after the pseudo-count
 * @param targetConsensus likewise, as read from {@code strand}
 * @param coverage share of the target's information that the query covers, in [0, 1]; see {@link
 *     Coverage}
 * @param partial whether that makes the query a part of the target
 * @param relevantFactor the factor the target stands for, if one was asked about
 * @param svg both as logos, aligned; only in an answer over HTTP
 */
public record MatchedTarget(
    String targetId,
    String targetName,
    double pValue,
    double eValue,
    double qValue,
    int offset,
    int overlap,
    String strand,
    String queryConsensus,
    String targetConsensus,
    double coverage,
    boolean partial,
    Optional<String> relevantFactor,
    Optional<String> svg) {
  public MatchedTarget {
    relevantFactor = relevantFactor == null ? Optional.empty() : relevantFactor;
    svg = svg == null ? Optional.empty() : svg;
  }

  /** A match as others are told it. */
  public static MatchedTarget of(MotifMatch match, Optional<String> relevantFactor) {
    Coverage coverage = Coverage.of(match);
    return new MatchedTarget(
        match.target().id(),
        match.target().name(),
        match.pValue(),
        match.eValue(),
        match.qValue(),
        match.offset(),
        match.overlap(),
        String.valueOf(match.strand().symbol()),
        match.queryConsensus(),
        match.targetConsensus(),
        MatchingNumbers.rounded(coverage.share()),
        coverage.partial(),
        relevantFactor,
        Optional.empty());
  }

  /** The same with its picture. */
  public MatchedTarget drawn(String picture) {
    return new MatchedTarget(
        targetId,
        targetName,
        pValue,
        eValue,
        qValue,
        offset,
        overlap,
        strand,
        queryConsensus,
        targetConsensus,
        coverage,
        partial,
        relevantFactor,
        Optional.of(picture));
  }
}
