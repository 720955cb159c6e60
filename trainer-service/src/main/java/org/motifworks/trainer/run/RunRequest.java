package org.motifworks.trainer.run;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/**
 * What is asked of {@code POST /v1/runs}.
 *
 * @param dataset id or name
 * @param architecture a preset's name, or an architecture
 * @param training settings that differ from the preset's, and optionally {@code preset}; may be
 *     left out
 * @param seed of weights, order and dropout; 1 when left out
 * @param threads OpenMP threads of the worker; 1 when left out. It changes the last digits.
 */
public record RunRequest(
    @NotBlank String dataset,
    @NotNull JsonNode architecture,
    JsonNode training,
    Long seed,
    @Min(1) @Max(256) Integer threads) {

  public RunRequest {
    seed = seed == null ? 1L : seed;
    threads = threads == null ? 1 : threads;
  }
}
