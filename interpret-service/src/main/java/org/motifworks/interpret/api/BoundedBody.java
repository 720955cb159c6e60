package org.motifworks.interpret.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.InputStream;
import org.motifworks.contracts.json.Json;
import org.motifworks.kit.problem.Problem;

/** JSON bodies of a bounded size. The server's own limit is off, since scored streams have none. */
final class BoundedBody {
  private static final int LIMIT = 4 << 20;

  private BoundedBody() {}

  /**
   * Reads a body.
   *
   * @throws Problem {@code request.too-large} (413), {@code request.unreadable} (400)
   */
  static <T> T read(InputStream body, Class<T> type) throws IOException {
    byte[] bytes = bytes(body, LIMIT, "Send one sequence; use /score for many.");
    return parse(bytes, Json.mapper().readerFor(type));
  }

  /**
   * The body as it is.
   *
   * @param action what to do when it is over {@code limit} bytes
   * @throws Problem {@code request.too-large} (413)
   */
  static byte[] bytes(InputStream body, int limit, String action) throws IOException {
    byte[] bytes = body.readNBytes(limit + 1);
    if (bytes.length <= limit) return bytes;
    throw new Problem(
        413,
        "request.too-large",
        "A request body that is too large",
        "The body is over " + limit + " bytes.",
        action);
  }

  /**
   * JSON as a reader understands it.
   *
   * @throws Problem {@code request.unreadable} (400)
   */
  static <T> T parse(byte[] json, ObjectReader reader) throws IOException {
    try {
      T value = reader.readValue(json);
      if (value != null) return value;
      throw unreadable("it is null");
    } catch (JsonProcessingException e) {
      throw unreadable(e.getOriginalMessage());
    }
  }

  private static Problem unreadable(String why) {
    return new Problem(
        400,
        "request.unreadable",
        "A request body that cannot be read",
        "The body is not the JSON expected: " + why + ".",
        "Send the JSON that /q/openapi describes.");
  }
}
