package org.motifworks.contracts.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * How well a model does on the test split. Means and standard deviations (over classes, divisor n)
 * leave undefined classes out and are null when none is defined.
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record TestMetrics(
    int sequences,
    List<ClassMetrics> classes,
    Double auRocMean,
    Double auRocSd,
    Double auPrMean,
    Double auPrSd) {

  /**
   * One class.
   *
   * @param name of the class
   * @param positives test sequences that have it
   * @param auRoc null when all labels are equal
   * @param auPr null when there is no positive
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record ClassMetrics(String name, int positives, Double auRoc, Double auPr) {}

  /** Copies the list. */
  public TestMetrics {
    classes = List.copyOf(classes);
  }
}
