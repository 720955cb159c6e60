package org.motifworks.trainer.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Two architectures compared on the same classes.
 *
 * @param metric {@code auRoc} or {@code auPr}
 * @param classes pairs that differ: those the test rests on
 * @param meanDifference of {@code first} minus {@code second}, over all classes
 * @param statistic sum of the ranks of the classes on which {@code first} is better
 * @param pValue two-sided; absent when no class differs
 * @param adjustedPValue after Holm, over all comparisons by this metric
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Comparison(
    String metric,
    String first,
    String second,
    int classes,
    double meanDifference,
    Double statistic,
    Double pValue,
    Double adjustedPValue) {

  static final String TEST =
      "Wilcoxon signed-rank test, two-sided, paired over classes (means over trials), classes"
          + " without a difference left out; exact where no two differences are equal in size, else"
          + " by the normal approximation with continuity correction";
  static final String CORRECTION = "Holm, over all pairs of architectures, each metric by itself";

  Comparison adjusted(Double p) {
    return new Comparison(metric, first, second, classes, meanDifference, statistic, pValue, p);
  }
}
