package org.motifworks.contracts.interpretation;

import java.util.Optional;

/**
 * A JASPAR motif a filter resembles, as Tomtom reports it.
 *
 * @param targetId such as {@code MA0139.1}
 * @param targetName such as {@code CTCF}
 * @param offset as Tomtom prints it: the filter's first column lies over this column of the target
 *     (0-based; negative when the filter begins first)
 * @param overlap columns aligned
 * @param strand {@code +}, or {@code -} when the target's reverse complement is what matches
 * @param relevantFactor the dataset's factor the target stands for, if it does
 */
public record TargetMatch(
    String targetId,
    String targetName,
    double pValue,
    double eValue,
    double qValue,
    int offset,
    int overlap,
    String strand,
    Optional<String> relevantFactor) {
  public TargetMatch {
    relevantFactor = relevantFactor == null ? Optional.empty() : relevantFactor;
  }
}
