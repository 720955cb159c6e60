package org.motifworks.data.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import org.motifworks.contracts.json.Json;

/** Between the JSON columns and values. */
final class DatasetJson {

  private DatasetJson() {}

  static String write(Object value) {
    try {
      return Json.mapper().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static <T> T read(String json, Class<T> type) {
    try {
      return Json.mapper().readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a row holds no " + type.getSimpleName(), e);
    }
  }

  static <T> T read(JsonNode json, Class<T> type) {
    try {
      return Json.mapper().treeToValue(json, type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a job holds no " + type.getSimpleName(), e);
    }
  }
}
