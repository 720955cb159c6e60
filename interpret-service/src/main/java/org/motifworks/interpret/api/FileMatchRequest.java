package org.motifworks.interpret.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.motifworks.contracts.json.Json;
import org.motifworks.interpret.match.MatchRequest;

/**
 * A motif file as the whole body, as {@code curl} sends one: {@code POST
 * /v1/motif-matches?database=jaspar&eValue=0.1}. Parameters are the fields of the JSON request.
 */
final class FileMatchRequest {
  private static final Set<String> OF_TARGETS = Set.of("database", "model", "rule", "clip");
  private static final Set<String> OF_REQUEST = Set.of("matches", "logos");

  private FileMatchRequest() {}

  /**
   * The request a body and its parameters are.
   *
   * @throws org.motifworks.kit.problem.Problem {@code request.unreadable} (400) for a parameter
   *     that there is not or that is no number
   */
  static MatchRequest of(String text, MultivaluedMap<String, String> parameters)
      throws IOException {
    ObjectNode request = Json.mapper().createObjectNode();
    ObjectNode queries = request.putObject("queries").put("motifs", text);
    ObjectNode targets = request.putObject("targets");
    ObjectNode settings = request.putObject("settings");
    for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
      String name = parameter.getKey();
      ObjectNode place = settings;
      if (name.equals("name")) place = queries;
      if (OF_TARGETS.contains(name)) place = targets;
      if (OF_REQUEST.contains(name)) place = request;
      place.put(name, parameter.getValue().get(0));
    }
    return BoundedBody.parse(Json.mapper().writeValueAsBytes(request), MatchRequest.READER);
  }
}
