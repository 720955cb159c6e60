package org.motifworks.core.architecture;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * How much a positive of each class counts in the training loss; a negative counts 1. In JSON
 * either {@code "balanced"} or a list, one number a class in the dataset's order.
 *
 * @param positives the list; empty for balanced: negatives over positives of the training split, so
 *     that both sides of a class weigh the same
 */
public record ClassWeights(List<Double> positives) {

  /** Negatives over positives. */
  public static final ClassWeights BALANCED = new ClassWeights(List.of());

  private static final String BALANCED_NAME = "balanced";

  /** Checks every weight. */
  public ClassWeights {
    positives = List.copyOf(positives);
    for (int c = 0; c < positives.size(); c++) {
      double weight = positives.get(c);
      if (!(weight >= 1e-3 && weight <= 1e4)) {
        throw invalid("[" + c + "] is " + weight + " but must lie in 0.001..10000");
      }
    }
  }

  /**
   * Reads either form.
   *
   * @throws ArchitectureException {@code settings.invalid}
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static ClassWeights of(JsonNode json) {
    if (json.isTextual() && json.asText().equals(BALANCED_NAME)) {
      return BALANCED;
    }
    if (!json.isArray() || json.isEmpty()) {
      throw invalid(" must be \"balanced\" or a list with a number for each class, not " + json);
    }
    List<Double> weights = new ArrayList<>();
    for (JsonNode weight : json) {
      if (!weight.isNumber()) {
        throw invalid("[" + weights.size() + "] must be a number, not " + weight);
      }
      weights.add(weight.asDouble());
    }
    return new ClassWeights(weights);
  }

  /** The form that is read. */
  @JsonValue
  Object json() {
    return positives.isEmpty() ? BALANCED_NAME : positives;
  }

  /**
   * Checks that an explicit list has one weight a class.
   *
   * @throws ArchitectureException {@code settings.invalid}
   */
  public void validate(int classes) {
    if (!positives.isEmpty() && positives.size() != classes) {
      throw invalid(
          " has " + positives.size() + " weights but the dataset " + classes + " classes");
    }
  }

  /**
   * The weights for a training split.
   *
   * @param positiveCounts positives of each class, at least 1
   * @param sequences of the split
   */
  public float[] of(long[] positiveCounts, long sequences) {
    float[] weights = new float[positiveCounts.length];
    for (int c = 0; c < weights.length; c++) {
      weights[c] =
          (float)
              (positives.isEmpty()
                  ? (double) (sequences - positiveCounts[c]) / positiveCounts[c]
                  : positives.get(c));
    }
    return weights;
  }

  private static ArchitectureException invalid(String complaint) {
    return new ArchitectureException("settings.invalid", "classWeights" + complaint);
  }
}
