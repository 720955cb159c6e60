package org.motifworks.trainer.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What is asked of {@code POST /v1/experiments}.
 *
 * @param name for people; need not be unique
 * @param dataset id or name
 * @param architectures presets' names, or architectures with names of their own
 * @param trials runs of each architecture; 1 when left out
 * @param training settings that differ from the preset's, for all runs; may be left out
 * @param seed that every run's seed comes from; 1 when left out
 * @param threads OpenMP threads of each worker; 1 when left out. It changes the last digits.
 */
public record ExperimentRequest(
    @NotBlank @Size(max = 200) String name,
    @NotBlank String dataset,
    @NotEmpty @Size(max = 100) List<@NotNull JsonNode> architectures,
    @Min(1) @Max(100) Integer trials,
    JsonNode training,
    Long seed,
    @Min(1) @Max(256) Integer threads) {

  /** Runs an experiment may have. */
  static final int MOST_RUNS = 500;

  public ExperimentRequest {
    trials = trials == null ? 1 : trials;
    seed = seed == null ? 1L : seed;
    threads = threads == null ? 1 : threads;
  }
}
