package org.motifworks.standalone.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A filter with its best match, from {@code interpretation.json}.
 *
 * @param filter index, 0-based
 * @param sites windows its motif was made of
 * @param consensus IUPAC letters of the matched part; empty when dead
 */
public record FilterView(
    int filter, boolean dead, long sites, String consensus, Optional<Match> best) {

  /**
   * A hit in the motif database.
   *
   * @param relevantFactor the dataset's factor whose motif this is, if it is one
   */
  public record Match(
      String id, String name, double pValue, double eValue, Optional<String> relevantFactor) {}

  /** All filters of a layer, in its order: of an interpretation, or one of its deeper layers. */
  public static List<FilterView> allOf(JsonNode layer) {
    List<FilterView> filters = new ArrayList<>();
    for (JsonNode each : layer.path("filters")) filters.add(of(each));
    return filters;
  }

  private static FilterView of(JsonNode filter) {
    JsonNode best = filter.path("matches").path(0);
    return new FilterView(
        filter.path("filter").asInt(),
        filter.path("dead").asBoolean(false),
        filter.path("sites").asLong(),
        filter.path("consensus").asText(""),
        best.isObject() ? Optional.of(match(best)) : Optional.empty());
  }

  private static Match match(JsonNode match) {
    String factor = match.path("relevantFactor").asText("");
    return new Match(
        match.path("targetId").asText(""),
        match.path("targetName").asText(""),
        match.path("pValue").asDouble(),
        match.path("eValue").asDouble(),
        factor.isEmpty() || factor.equals("null") ? Optional.empty() : Optional.of(factor));
  }
}
