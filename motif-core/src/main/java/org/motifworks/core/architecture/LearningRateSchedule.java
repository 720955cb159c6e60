package org.motifworks.core.architecture;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How the learning rate changes from epoch to epoch: a function of the validation losses so far
 * alone, so that a run that goes on from a checkpoint needs nothing else. In JSON a kind, or an
 * object with the kind and what differs from its defaults.
 *
 * @param kind none, reduce-on-plateau or cosine
 * @param factor what a plateau multiplies the rate by; reduce-on-plateau alone
 * @param patience epochs without a lower validation loss that make a plateau; reduce-on-plateau
 *     alone
 * @param minimum the lowest rate, as a share of the first
 */
public record LearningRateSchedule(Kind kind, double factor, int patience, double minimum) {

  /** The shape of the schedule. */
  public enum Kind {
    /** Always the same. */
    NONE("none"),
    /** Lower whenever the validation loss has not fallen for some epochs. */
    REDUCE_ON_PLATEAU("reduce-on-plateau"),
    /** Half a cosine from the first rate to the minimum at the last epoch allowed. */
    COSINE("cosine");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** The name used in JSON. */
    @JsonValue
    public String label() {
      return label;
    }
  }

  /** Checks every value. */
  public LearningRateSchedule {
    within("factor", factor, 0.01, 0.99);
    within("patience", patience, 1, 100_000);
    within("minimum", minimum, 0, 1);
  }

  /** A schedule with its default values: factor 0.5, patience 5, minimum 0.01. */
  public static LearningRateSchedule of(Kind kind) {
    return new LearningRateSchedule(kind, 0.5, 5, 0.01);
  }

  /**
   * Reads either form.
   *
   * @throws ArchitectureException {@code settings.invalid}
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static LearningRateSchedule of(JsonNode json) {
    if (json.isObject()) {
      json.fieldNames()
          .forEachRemaining(
              field -> {
                if (!List.of("kind", "factor", "patience", "minimum").contains(field)) {
                  throw invalid(
                      "." + field + " is unknown; known are kind, factor, patience, minimum");
                }
              });
    }
    LearningRateSchedule defaults = of(kind(json.isObject() ? json.path("kind") : json));
    return new LearningRateSchedule(
        defaults.kind,
        number(json, "factor", defaults.factor),
        whole(json.path("patience"), defaults.patience),
        number(json, "minimum", defaults.minimum));
  }

  /**
   * The share of the first learning rate that an epoch uses.
   *
   * @param validationLosses of the epochs before, in order
   * @param maximumEpochs of the run
   */
  public double share(List<Double> validationLosses, int maximumEpochs) {
    switch (kind) {
      case COSINE:
        double done = (double) validationLosses.size() / Math.max(1, maximumEpochs - 1);
        return minimum + (1 - minimum) * 0.5 * (1 + StrictMath.cos(Math.PI * Math.min(1, done)));
      case REDUCE_ON_PLATEAU:
        return afterPlateaus(validationLosses);
      default:
        return 1;
    }
  }

  private double afterPlateaus(List<Double> validationLosses) {
    double share = 1;
    double best = Double.POSITIVE_INFINITY;
    int waited = 0;
    for (double loss : validationLosses) {
      if (loss < best) {
        best = loss;
        waited = 0;
      } else if (++waited >= patience) {
        share = Math.max(minimum, share * factor);
        waited = 0;
      }
    }
    return share;
  }

  private static Kind kind(JsonNode name) {
    for (Kind kind : Kind.values()) {
      if (kind.label.equals(name.asText())) {
        return kind;
      }
    }
    throw invalid(
        " is "
            + (name.isMissingNode() ? "without a kind" : name.toString())
            + "; known are "
            + Arrays.stream(Kind.values()).map(Kind::label).collect(Collectors.joining(", ")));
  }

  private static double number(JsonNode json, String field, double otherwise) {
    JsonNode value = json.path(field);
    if (value.isMissingNode()) {
      return otherwise;
    }
    if (!value.isNumber()) {
      throw invalid("." + field + " must be a number, not " + value);
    }
    return value.asDouble();
  }

  private static int whole(JsonNode patience, int otherwise) {
    if (!patience.isMissingNode() && !patience.isInt()) {
      throw invalid(".patience must be a whole number, not " + patience);
    }
    return patience.asInt(otherwise);
  }

  private static void within(String field, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw invalid("." + field + " is " + value + " but must lie in " + least + ".." + most);
    }
  }

  private static ArchitectureException invalid(String complaint) {
    return new ArchitectureException("settings.invalid", "learningRateSchedule" + complaint);
  }
}
