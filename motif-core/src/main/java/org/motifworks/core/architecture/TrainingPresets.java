package org.motifworks.core.architecture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The paper's two ways to train: {@code paper-code}, as the released code did it (the default, the
 * tables came from it), and {@code paper-text}, as the text says.
 */
public final class TrainingPresets {

  /** The preset used when none is named. */
  public static final String DEFAULT = "paper-code";

  private static final ObjectMapper JSON = new ObjectMapper();

  private TrainingPresets() {}

  /** Names of all presets. */
  public static List<String> names() {
    return List.of("paper-code", "paper-text");
  }

  /**
   * The preset of that name.
   *
   * @throws ArchitectureException {@code settings.unknown-preset}
   */
  public static TrainingSettings named(String name) {
    if (name.equals("paper-code")) {
      return settings(name, Initialisation.GLOROT_UNIFORM, 1e-3, 0.95);
    }
    if (name.equals("paper-text")) {
      return settings(name, Initialisation.HE_NORMAL, 3e-4, 0.9);
    }
    throw new ArchitectureException(
        "settings.unknown-preset",
        "training preset '" + name + "' is unknown; known are " + String.join(", ", names()));
  }

  /**
   * A preset with some values replaced.
   *
   * @param overrides an object of setting names, optionally with {@code preset} (else {@link
   *     #DEFAULT}); null for none
   * @throws ArchitectureException {@code settings.invalid} naming the setting
   */
  public static TrainingSettings withOverrides(JsonNode overrides) {
    if (overrides == null || overrides.isNull() || overrides.isMissingNode()) {
      return named(DEFAULT);
    }
    if (!overrides.isObject()) {
      throw new ArchitectureException(
          "settings.invalid", "training settings must be a JSON object, not " + overrides);
    }
    ObjectNode merged = JSON.valueToTree(named(overrides.path("preset").asText(DEFAULT)));
    overrides
        .fieldNames()
        .forEachRemaining(
            field -> {
              if (!merged.has(field)) {
                throw new ArchitectureException(
                    "settings.invalid", "'" + field + "' is no training setting");
              }
            });
    merged.setAll((ObjectNode) overrides);
    try {
      return JSON.treeToValue(merged, TrainingSettings.class);
    } catch (JsonProcessingException e) {
      if (e.getCause() instanceof ArchitectureException) {
        throw (ArchitectureException) e.getCause();
      }
      throw new ArchitectureException("settings.invalid", e.getOriginalMessage());
    }
  }

  private static TrainingSettings settings(
      String name, Initialisation initialisation, double learningRate, double beta1) {
    return new TrainingSettings(
        name, initialisation, learningRate, beta1, 0.999, 1e-8, 100, 100, 20, 1e-6, 1e-8, 0.99);
  }
}
