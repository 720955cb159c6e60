package org.motifworks.trainer.run;

import com.fasterxml.jackson.databind.JsonNode;
import org.motifworks.core.architecture.Architecture;
import org.motifworks.core.architecture.ArchitectureException;
import org.motifworks.core.architecture.ArchitecturePresets;
import org.motifworks.core.architecture.TrainingPresets;
import org.motifworks.core.architecture.TrainingSettings;
import org.motifworks.kit.problem.Problem;

/** What a request says of architecture and training, checked and completed from the presets. */
public final class RequestedTraining {

  private RequestedTraining() {}

  /**
   * @param requested a preset's name, or an architecture
   * @param window of the dataset in nt
   * @throws Problem {@code architecture.invalid}, {@code architecture.unknown}
   */
  public static Architecture architecture(JsonNode requested, int window) {
    try {
      Architecture architecture =
          requested.isTextual()
              ? ArchitecturePresets.named(requested.asText())
              : Architecture.fromJson(requested.toString());
      architecture.validate(window);
      return architecture;
    } catch (ArchitectureException e) {
      throw new Problem(
          422,
          e.code(),
          "An architecture that cannot be built",
          e.getMessage(),
          "GET /v1/architectures shows examples.");
    }
  }

  /**
   * @param overrides what differs from the preset; may be null
   * @param classes of the dataset
   * @throws Problem {@code settings.invalid}, {@code settings.unknown-preset}
   */
  public static TrainingSettings settings(JsonNode overrides, int classes) {
    try {
      TrainingSettings settings = TrainingPresets.withOverrides(overrides);
      settings.validate(classes);
      return settings;
    } catch (ArchitectureException e) {
      throw new Problem(
          422,
          e.code(),
          "A training setting that cannot be used",
          e.getMessage(),
          "Leave it out to take the preset's value.");
    }
  }
}
