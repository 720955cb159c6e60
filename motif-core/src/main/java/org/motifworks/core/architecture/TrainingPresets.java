package org.motifworks.core.architecture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/**
 * The paper's two ways to train: {@code paper-code}, as the released code did it (the default, the
 * tables came from it), and {@code paper-text}, as the text says. Only the code stops early.
 */
public final class TrainingPresets {

  /** The preset used when none is named. */
  public static final String DEFAULT = "paper-code";

  private static final int EPOCHS = 100;

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<String> SETTINGS =
      Arrays.stream(TrainingSettings.class.getRecordComponents())
          .map(RecordComponent::getName)
          .toList();

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
      return settings(name, Initialisation.GLOROT_UNIFORM, 1e-3, 0.95, 20);
    }
    if (name.equals("paper-text")) {
      return settings(name, Initialisation.HE_NORMAL, 3e-4, 0.9, EPOCHS);
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
              if (!SETTINGS.contains(field)) {
                throw new ArchitectureException(
                    "settings.invalid",
                    "'"
                        + field
                        + "' is no training setting; known are "
                        + String.join(", ", SETTINGS));
              }
            });
    merged.setAll((ObjectNode) overrides);
    try {
      return JSON.treeToValue(merged, TrainingSettings.class);
    } catch (JsonProcessingException e) {
      if (e.getCause() instanceof ArchitectureException) {
        throw (ArchitectureException) e.getCause();
      }
      String setting = e instanceof JsonMappingException ? setting((JsonMappingException) e) : "";
      throw new ArchitectureException("settings.invalid", setting + e.getOriginalMessage());
    }
  }

  private static String setting(JsonMappingException e) {
    return e.getPath().isEmpty() ? "" : e.getPath().get(0).getFieldName() + ": ";
  }

  private static TrainingSettings settings(
      String name, Initialisation initialisation, double learningRate, double beta1, int patience) {
    return new TrainingSettings(
        name,
        initialisation,
        learningRate,
        beta1,
        0.999,
        1e-8,
        100,
        EPOCHS,
        patience,
        1e-6,
        1e-8,
        0.99,
        false,
        null,
        null);
  }
}
