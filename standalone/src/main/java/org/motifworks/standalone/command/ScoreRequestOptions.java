package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Collectors;
import org.motifworks.contracts.json.Json;
import org.motifworks.standalone.api.Api;
import picocli.CommandLine.Option;

/** How sequences become scores; what a value means and which there are is the service's to say. */
final class ScoreRequestOptions {

  @Option(
      names = "--strands",
      paramLabel = "HOW",
      description = "forward (default), or both: the max or the mean of the two.")
  private String strands;

  @Option(
      names = "--shorter",
      paramLabel = "HOW",
      description = "Sequences shorter than the model's window: refuse (default), or pad with N.")
  private String shorter;

  @Option(
      names = "--longer",
      paramLabel = "HOW",
      description =
          "Longer ones: refuse (default), windows (a row each), or the max or mean of all windows.")
  private String longer;

  @Option(
      names = "--stride",
      paramLabel = "NT",
      description = "From one window to the next. Default: the window's length.")
  private Integer stride;

  @Option(
      names = "--hits",
      paramLabel = "N",
      description = "Tells the N strongest filters of each sequence, and where they are.")
  private Integer hits;

  /** The query of a request: empty, or beginning with a question mark. */
  String query() {
    String query =
        settings().properties().stream()
            .map(each -> each.getKey() + "=" + Api.segment(each.getValue().asText()))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? "" : "?" + query;
  }

  /** What was asked for, by the names of the API. */
  ObjectNode settings() {
    ObjectNode settings = Json.mapper().createObjectNode();
    if (strands != null) settings.put("strands", strands);
    if (shorter != null) settings.put("shorter", shorter);
    if (longer != null) settings.put("longer", longer);
    if (stride != null) settings.put("stride", stride);
    if (hits != null) settings.put("hits", hits);
    return settings;
  }
}
