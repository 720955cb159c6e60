package org.motifworks.trainer.series;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * What a model must do to become its series' champion; what is left out has the default. A rule
 * that compares is passed over while there is no champion, and one on matches where the dataset's
 * factors are not known.
 *
 * @param minimumAuRoc mean over classes on the frozen test split; default 0.6
 * @param auRocTolerance the lower end of the confidence interval of candidate minus champion, in
 *     mean AU-ROC, may lie so far below 0; default 0.01
 * @param auPrTolerance likewise in mean AU-PR; default 0.03
 * @param confidence of both intervals; default 0.95
 * @param resamples of the bootstrap; default 500
 * @param seed of the bootstrap; default 1
 * @param relevantMatchTolerance points of percent by which fewer filters may match a factor of the
 *     data than the champion's; default 10
 * @param keptMotifsPercent of the motifs the champion has found must be found again; default 80
 * @param maximumDeadFiltersPercent of all filters; default 20
 */
public record PromotionRules(
    @DecimalMin("0") @DecimalMax("1") Double minimumAuRoc,
    @DecimalMin("0") @DecimalMax("1") Double auRocTolerance,
    @DecimalMin("0") @DecimalMax("1") Double auPrTolerance,
    @DecimalMin("0.5") @DecimalMax("0.999") Double confidence,
    @Min(100) @Max(10_000) Integer resamples,
    Long seed,
    @DecimalMin("0") @DecimalMax("100") Double relevantMatchTolerance,
    @DecimalMin("0") @DecimalMax("100") Double keptMotifsPercent,
    @DecimalMin("0") @DecimalMax("100") Double maximumDeadFiltersPercent) {

  public PromotionRules {
    minimumAuRoc = minimumAuRoc == null ? 0.6 : minimumAuRoc;
    auRocTolerance = auRocTolerance == null ? 0.01 : auRocTolerance;
    auPrTolerance = auPrTolerance == null ? 0.03 : auPrTolerance;
    confidence = confidence == null ? 0.95 : confidence;
    resamples = resamples == null ? 500 : resamples;
    seed = seed == null ? 1L : seed;
    relevantMatchTolerance = relevantMatchTolerance == null ? 10.0 : relevantMatchTolerance;
    keptMotifsPercent = keptMotifsPercent == null ? 80.0 : keptMotifsPercent;
    maximumDeadFiltersPercent =
        maximumDeadFiltersPercent == null ? 20.0 : maximumDeadFiltersPercent;
  }

  static PromotionRules defaults() {
    return new PromotionRules(null, null, null, null, null, null, null, null, null);
  }
}
