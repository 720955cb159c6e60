package org.motifworks.standalone.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.motifworks.contracts.json.Json;

/** Reads server-sent events as the HTML standard defines them. */
public final class EventStream implements AutoCloseable {

  /**
   * One event.
   *
   * @param name {@code message} unless named
   */
  public record Event(String name, String data) {

    /** Its data as JSON; empty when it is none. */
    public Optional<JsonNode> json() {
      try {
        return Optional.ofNullable(Json.mapper().readTree(data));
      } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
        return Optional.empty();
      }
    }
  }

  private final BufferedReader lines;

  public EventStream(InputStream stream) {
    this.lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
  }

  /** The next event, as soon as it is there; empty at the end of the stream. */
  public Optional<Event> next() throws IOException {
    String name = "message";
    StringBuilder data = new StringBuilder();
    boolean any = false;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.isEmpty()) {
        if (any) return Optional.of(new Event(name, data.toString()));
        name = "message";
      } else if (line.startsWith("event:")) {
        name = value(line, "event:");
      } else if (line.startsWith("data:")) {
        if (any) data.append('\n');
        data.append(value(line, "data:"));
        any = true;
      }
    }
    return Optional.empty(); // an event without its blank line was cut off and does not count
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  private static String value(String line, String field) {
    String value = line.substring(field.length());
    return value.startsWith(" ") ? value.substring(1) : value;
  }
}
