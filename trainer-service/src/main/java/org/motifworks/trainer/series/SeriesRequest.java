package org.motifworks.trainer.series;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * What is asked of {@code POST /v1/series}.
 *
 * @param name letters, digits, dots, underscores and hyphens
 * @param dataset id or name of the dataset whose classes, window and test split the series fixes
 * @param rules may be left out, or in part
 */
public record SeriesRequest(
    @NotNull
        @Pattern(
            regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}",
            message = "must be 1 to 100 letters, digits, '.', '_' or '-'")
        String name,
    @NotBlank String dataset,
    @Valid PromotionRules rules) {

  public SeriesRequest {
    rules = rules == null ? PromotionRules.defaults() : rules;
  }
}
