package org.motifworks.data.input;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.stream.Collectors;
import org.motifworks.contracts.json.Json;
import org.motifworks.data.source.SourceProblem;
import org.motifworks.kit.problem.Problem;

/**
 * Reads requests strictly: a misspelt setting is an error, since what is made with a default
 * instead would be wrong and look right.
 */
public final class RequestJson {

  private static final ObjectReader READER =
      Json.mapper()
          .reader()
          .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .without(DeserializationFeature.ACCEPT_FLOAT_AS_INT);

  private RequestJson() {}

  /**
   * The request in {@code json}; null for none.
   *
   * @throws Problem 400 {@code request.unreadable}
   * @throws SourceProblem what the request's own types refuse
   */
  public static <T> T read(String json, Class<T> type) {
    try {
      return READER.forType(type).readValue(json == null || json.isBlank() ? "null" : json);
    } catch (JsonProcessingException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof SourceProblem problem) throw problem;
      }
      throw new Problem(
          400,
          "request.unreadable",
          "A request that cannot be read",
          what(e) + place(e),
          "Send the JSON that /q/openapi describes.");
    }
  }

  private static String what(JsonProcessingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      return "There is no setting '" + path(unknown) + "'; known here: " + known(unknown) + ".";
    }
    if (e instanceof InvalidTypeIdException kind) {
      return "'" + path(kind) + "' is of no known kind: " + kind.getTypeId() + ".";
    }
    if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      return "'" + path(mapping) + "' has a value of the wrong type or out of range.";
    }
    return "It is no JSON: " + e.getOriginalMessage() + ".";
  }

  private static String known(UnrecognizedPropertyException e) {
    return e.getKnownPropertyIds() == null
        ? "none"
        : e.getKnownPropertyIds().stream()
            .map(String::valueOf)
            .sorted()
            .collect(Collectors.joining(", "));
  }

  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(
            step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
        .collect(Collectors.joining("."));
  }

  private static String place(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    return at == null || at.getLineNr() < 1
        ? ""
        : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
  }
}
