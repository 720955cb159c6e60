package org.motifworks.standalone.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An experiment's table as trainer-service gives it.
 *
 * @param primaryRule of the filters' figures, with {@code primaryClip}
 */
public record ResultsView(
    String experiment,
    String dataset,
    int trials,
    long seed,
    boolean complete,
    String primaryRule,
    String primaryClip,
    List<Row> rows,
    List<Comparison> comparisons) {

  /** One architecture; figures are means over trials. */
  public record Row(
      String architecture,
      int trials,
      OptionalDouble auRoc,
      OptionalDouble auRocSd,
      OptionalDouble auPr,
      OptionalDouble jasparMatchPercent,
      OptionalDouble jasparMatchTrialSd,
      OptionalDouble relevantMatchPercent,
      OptionalDouble relevantMatchTrialSd,
      OptionalDouble coveredFactors,
      OptionalDouble deadFilters,
      OptionalDouble duplicateFilters,
      Optional<Paper> paper) {}

  /** The paper's figures. */
  public record Paper(
      double auRoc, double auRocSd, double jasparMatchPercent, double relevantMatchPercent) {}

  /** Two architectures by one metric. */
  public record Comparison(
      String metric,
      String first,
      String second,
      double meanDifference,
      OptionalDouble adjustedPValue) {}

  public static ResultsView of(JsonNode document) {
    return Views.read(document, ResultsView.class);
  }
}
