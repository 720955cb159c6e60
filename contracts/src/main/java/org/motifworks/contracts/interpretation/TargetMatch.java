package org.motifworks.contracts.interpretation;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A JASPAR motif a filter resembles, as Tomtom reports it.
 *
 * @param targetId such as {@code MA0139.1}
 * @param targetName such as {@code CTCF}
 * @param offset as Tomtom prints it: the filter's first column lies over this column of the target
 *     (0-based; negative when the filter begins first)
 * @param overlap columns aligned
 * @param strand {@code +}, or {@code -} when the target's reverse complement is what matches
 * @param coverage share of the target's information that the filter covers, in [0, 1]; absent in
 *     interpretations of before it was told
 * @param partial whether that makes the filter a part of the target; likewise
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
    OptionalDouble coverage,
    Optional<Boolean> partial,
    Optional<String> relevantFactor) {
  public TargetMatch {
    coverage = coverage == null ? OptionalDouble.empty() : coverage;
    partial = partial == null ? Optional.empty() : partial;
    relevantFactor = relevantFactor == null ? Optional.empty() : relevantFactor;
  }
}
