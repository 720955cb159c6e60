package org.motifworks.trainer.retraining;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/**
 * When and how a series is trained again; what is left out has the default.
 *
 * @param enabled whether data and schedule start runs; a person may at any time. Default: true
 * @param dataset name whose newest dataset is trained on, one {@code *} stands for any letters
 * @param architecture a preset's name, or an architecture
 * @param training settings that differ from the preset's; may be null
 * @param seed of weights, order and dropout; default 1
 * @param threads of the run; default 1
 * @param quiet how long no further data may have come; default 1 minute
 * @param minimumNewRecords sequences the dataset must have more than that of the newest version, if
 *     they have the same name; default 0
 * @param runsPerDay at most so many start on a day of UTC; default 4
 * @param every time from the start of one run to the next without new data; null for never
 * @param driftAbove divergence in bits of what the champion scores from what it was trained on,
 *     past which new data need not be {@code minimumNewRecords}; null for never
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RetrainingPolicy(
    Boolean enabled,
    @NotNull
        @Pattern(
            regexp = "(?=.{1,100}$)[A-Za-z0-9._-]*\\*?[A-Za-z0-9._-]*",
            message = "must be a dataset's name, in which one '*' may stand for any letters")
        String dataset,
    @NotNull JsonNode architecture,
    JsonNode training,
    Long seed,
    @Min(1) @Max(256) Integer threads,
    @JsonFormat(shape = JsonFormat.Shape.STRING)
        @DurationMin(message = "must not be negative")
        @DurationMax(days = 30, message = "must be 30 days (P30D) at most")
        Duration quiet,
    @Min(0) Long minimumNewRecords,
    @Min(1) @Max(1000) Integer runsPerDay,
    @JsonFormat(shape = JsonFormat.Shape.STRING)
        @DurationMin(minutes = 1, message = "must be a minute (PT1M) at least")
        @DurationMax(days = 366, message = "must be 366 days (P366D) at most")
        Duration every,
    @DecimalMin("0") @DecimalMax("1") Double driftAbove) {

  public RetrainingPolicy {
    enabled = enabled == null || enabled;
    seed = seed == null ? 1L : seed;
    threads = threads == null ? 1 : threads;
    quiet = quiet == null ? Duration.ofMinutes(1) : quiet;
    minimumNewRecords = minimumNewRecords == null ? 0 : minimumNewRecords;
    runsPerDay = runsPerDay == null ? 4 : runsPerDay;
  }

  /** Whether that much drift, in bits, is too much. */
  boolean isDrift(double bits) {
    return driftAbove != null && bits > driftAbove;
  }

  /** Whether a dataset of that name is new data for the series. */
  boolean wants(String name) {
    return name.matches(dataset.replace(".", "\\.").replace("*", ".*"));
  }
}
