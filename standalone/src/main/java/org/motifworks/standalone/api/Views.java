package org.motifworks.standalone.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.motifworks.contracts.json.Json;

/** From JSON documents to views. */
final class Views {

  private Views() {}

  /**
   * @throws UnreachableException when the document is not what the view expects: the answer came
   *     from something else than a Motifworks of this version
   */
  static <T> T read(JsonNode document, Class<T> view) {
    try {
      return Json.mapper().treeToValue(document, view);
    } catch (JsonProcessingException e) {
      throw new UnreachableException(
          "The answer is no " + view.getSimpleName() + ": " + e.getOriginalMessage(), e);
    }
  }

  /** Jackson reads an absent tree as a present null. */
  static Optional<JsonNode> present(Optional<JsonNode> tree) {
    return tree.filter(node -> !node.isNull() && !node.isMissingNode());
  }

  /** A thing's name, given as an object with a name or as the name itself. */
  static String name(Optional<JsonNode> thing) {
    return thing.map(t -> t.isObject() ? t.path("name").asText("") : t.asText("")).orElse("");
  }
}
