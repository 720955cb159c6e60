package org.motifworks.kit.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.motifworks.contracts.json.Json;

/** REST answers are written by the rules of the events and artifacts. */
final class KitObjectMapper {

  @Produces
  @Singleton
  ObjectMapper objectMapper() {
    return Json.configured(JsonMapper.builder()).build();
  }
}
