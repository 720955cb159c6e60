package org.motifworks.core.architecture;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Reads descriptions written by people: nothing is guessed or rounded, and every complaint names
 * the place, such as {@code convolutions[1].pool.size}, and what may stand there.
 */
final class ArchitectureReader {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build();

  private static final String MISSING = "Missing required creator property";

  private ArchitectureReader() {}

  static Architecture read(String json) {
    try {
      return read(JSON.readTree(json));
    } catch (JsonParseException e) {
      throw new ArchitectureException(
          "architecture.invalid",
          "line "
              + e.getLocation().getLineNr()
              + ", column "
              + e.getLocation().getColumnNr()
              + " is no JSON: "
              + e.getOriginalMessage());
    } catch (JsonProcessingException e) {
      throw new ArchitectureException(
          "architecture.invalid", "the architecture is no JSON: " + e.getOriginalMessage());
    }
  }

  static Architecture read(JsonNode description) {
    if (!description.isObject()) {
      throw ArchitectureException.at(
          "the architecture", "must be an object with convolutions and dense, not " + description);
    }
    knownFieldsOnly("", description, Architecture.class);
    blocks("convolutions", description, ConvolutionBlock.class);
    blocks("dense", description, DenseBlock.class);
    try {
      return JSON.treeToValue(description, Architecture.class);
    } catch (JsonMappingException e) {
      throw refusal(e);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree has no syntax", e);
    }
  }

  /** Before anything else, since a misspelt field is also a missing one. */
  private static void knownFieldsOnly(String prefix, JsonNode object, Class<?> type) {
    List<String> known =
        Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
    object
        .fieldNames()
        .forEachRemaining(
            field -> {
              if (!known.contains(field)) {
                throw ArchitectureException.at(
                    prefix + field, "is unknown; known are " + String.join(", ", known));
              }
            });
  }

  private static void blocks(String list, JsonNode description, Class<?> type) {
    for (int i = 0; i < description.path(list).size(); i++) {
      JsonNode block = description.path(list).path(i);
      String prefix = list + "[" + i + "].";
      knownFieldsOnly(prefix, block, type);
      knownFieldsOnly(prefix + "pool.", block.path("pool"), PoolSpec.class);
    }
  }

  private static ArchitectureException refusal(JsonMappingException e) {
    String path = path(e.getPath());
    if (e.getCause() instanceof ArchitectureException) {
      ArchitectureException cause = (ArchitectureException) e.getCause();
      return path.isEmpty() ? cause : ArchitectureException.at(path, cause.getMessage());
    }
    if (e.getOriginalMessage().startsWith(MISSING)) {
      return ArchitectureException.at(path, "is missing");
    }
    if (e instanceof MismatchedInputException) {
      return ArchitectureException.at(path, "must be " + kind((MismatchedInputException) e));
    }
    return ArchitectureException.at(path, e.getOriginalMessage());
  }

  private static String kind(MismatchedInputException e) {
    Class<?> type = e.getTargetType();
    String found =
        e instanceof InvalidFormatException
            ? ", not " + ((InvalidFormatException) e).getValue()
            : "";
    if (type == int.class || type == Integer.class) {
      return "a whole number" + found;
    }
    if (type == double.class || type == Double.class) {
      return "a number" + found;
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false" + found;
    }
    if (type == String.class) {
      return "a text" + found;
    }
    if (type == null || Collection.class.isAssignableFrom(type)) {
      return "a list of blocks";
    }
    if (type == Activation.class) {
      return "the name of an activation";
    }
    return type == PoolSpec.class ? "an object with size and perhaps stride" : "an object";
  }

  private static String path(List<JsonMappingException.Reference> references) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference reference : references) {
      if (reference.getFieldName() == null) {
        path.append('[').append(reference.getIndex()).append(']');
      } else {
        path.append(path.length() == 0 ? "" : ".").append(reference.getFieldName());
      }
    }
    return path.toString();
  }
}
