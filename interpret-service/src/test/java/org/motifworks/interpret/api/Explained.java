package org.motifworks.interpret.api;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.motifworks.contracts.json.Json;

/** Explanations of the class MAX as a client asks for them, and scores to hold beside them. */
final class Explained {
  private Explained() {}

  static ValidatableResponse post(String path, String sequence, String rule, String accept) {
    Map<String, String> request = new HashMap<>(Map.of("sequence", sequence, "class", "MAX"));
    if (rule != null) request.put("rule", rule);
    return given()
        .contentType("application/json")
        .accept(accept)
        .body(request)
        .post("/v1/models/" + path)
        .then();
  }

  static JsonNode json(String path, String sequence) {
    return json(path, sequence, null);
  }

  static JsonNode json(String path, String sequence, String rule) {
    String answer =
        post(path, sequence, rule, "application/json").statusCode(200).extract().asString();
    try {
      return Json.mapper().readTree(answer);
    } catch (IOException e) {
      throw new AssertionError(answer, e);
    }
  }

  static String text(String path, String sequence) {
    return text(path, sequence, null);
  }

  static String text(String path, String sequence, String rule) {
    return post(path, sequence, rule, "*/*").statusCode(200).extract().asString();
  }

  /** The class's logit by the door for scores. */
  static double logit(String model, String sequence) {
    return logits(model, "", sequence)[0];
  }

  /** Likewise, one for each row of the answer. */
  static double[] logits(String model, String query, String sequence) {
    String answer =
        given()
            .contentType("text/plain")
            .body(sequence + "\n")
            .post("/v1/models/" + model + "/score" + query)
            .then()
            .statusCode(200)
            .extract()
            .asString();
    return answer
        .lines()
        .map(Explained::read)
        .filter(line -> line.has("scores"))
        .mapToDouble(line -> line.at("/scores/MAX").asDouble())
        .map(p -> Math.log(p / (1 - p)))
        .toArray();
  }

  static String changed(String sequence, int position, int letter) {
    return sequence.substring(0, position)
        + "ACGT".charAt(letter)
        + sequence.substring(position + 1);
  }

  /** The last column of a line of bedGraph. */
  static double value(String line) {
    return Double.parseDouble(line.split("\t", -1)[3]);
  }

  /** How many elements of that name a document has, which must be XML. */
  static int elements(String svg, String name) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
          .getElementsByTagName(name)
          .getLength();
    } catch (Exception e) {
      throw new AssertionError(svg, e);
    }
  }

  private static JsonNode read(String line) {
    try {
      return Json.mapper().readTree(line);
    } catch (IOException e) {
      throw new AssertionError(line, e);
    }
  }
}
