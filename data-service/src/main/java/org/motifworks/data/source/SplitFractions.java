package org.motifworks.data.source;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/**
 * Shares of the three splits, each over 0, together 1. In JSON an array such as {@code [0.7, 0.1,
 * 0.2]}.
 */
public record SplitFractions(double train, double validation, double test) {

  /** The paper's 17,500 / 2,500 / 5,000. */
  public static final SplitFractions PAPER = new SplitFractions(0.7, 0.1, 0.2);

  private static final double TOLERANCE = 1e-9;

  public SplitFractions {
    double sum = train + validation + test;
    boolean positive = train > 0 && validation > 0 && test > 0;
    if (!positive || !(Math.abs(sum - 1) <= TOLERANCE)) {
      throw new SourceProblem(
          "split.fractions",
          "The split's fractions are " + List.of(train, validation, test) + ".",
          "Give three numbers over 0 that add up to 1, for train, validation and test.");
    }
  }

  @JsonCreator
  static SplitFractions of(List<Double> fractions) {
    if (fractions.size() != 3 || fractions.contains(null)) {
      throw new SourceProblem(
          "split.fractions",
          "The split's fractions are " + fractions + ".",
          "Give three numbers over 0 that add up to 1, for train, validation and test.");
    }
    return new SplitFractions(fractions.get(0), fractions.get(1), fractions.get(2));
  }

  @JsonValue
  public List<Double> asList() {
    return List.of(train, validation, test);
  }
}
