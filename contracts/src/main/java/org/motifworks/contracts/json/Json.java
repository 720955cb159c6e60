package org.motifworks.contracts.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * The one way Motifworks writes JSON: camelCase, ISO-8601 instants, keys of maps and trees in a
 * fixed order, absent values left out, so that the same value always gives the same bytes.
 *
 * <p>Unknown fields are ignored on reading: a newer writer may add a field without breaking an
 * older reader.
 */
public final class Json {

  private static final ObjectMapper MAPPER = configured(JsonMapper.builder()).build();

  private Json() {}

  /** The shared mapper; thread safe, never to be reconfigured. */
  public static ObjectMapper mapper() {
    return MAPPER;
  }

  /**
   * Applies the same settings to another builder, for frameworks that insist on a mapper of their
   * own.
   */
  public static JsonMapper.Builder configured(JsonMapper.Builder builder) {
    return builder
        .addModule(new Jdk8Module())
        .addModule(new JavaTimeModule())
        .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, null));
  }
}
