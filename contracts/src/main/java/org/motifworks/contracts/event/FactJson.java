package org.motifworks.contracts.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.motifworks.contracts.json.Json;

/** Facts as the JSON that is a record's value. */
public final class FactJson {

  private FactJson() {}

  public static byte[] write(Fact fact) {
    try {
      return Json.mapper().writeValueAsBytes(fact);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("cannot write " + fact, e);
    }
  }

  /**
   * Reads the value of a record whose {@code ce_type} header said {@code type}.
   *
   * @throws MalformedFact when the bytes are no JSON of that fact: retrying will not help
   */
  public static Fact read(FactType type, byte[] value) {
    if (value == null) throw new MalformedFact(type.cloudEventType() + " without a value", null);
    try {
      Fact fact = Json.mapper().readValue(value, type.factClass());
      if (fact == null)
        throw new MalformedFact(type.cloudEventType() + " with the value null", null);
      return fact;
    } catch (IOException | IllegalArgumentException e) {
      throw new MalformedFact(
          type.cloudEventType()
              + " with an unreadable value: "
              + start(value)
              + " ("
              + e.getMessage()
              + ")",
          e);
    }
  }

  private static String start(byte[] value) {
    String text = new String(value, 0, Math.min(value.length, 200), StandardCharsets.UTF_8);
    return value.length > 200 ? text + "…" : text;
  }

  /** A record that is no fact and never will be; it goes to the dead-letter topic. */
  public static final class MalformedFact extends RuntimeException {
    public MalformedFact(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
