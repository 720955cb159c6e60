package org.motifworks.system;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request as a public client once sent it, byte for byte; see {@code open-inference/README.md}.
 * Only the model's id, wherever it stands, is put in the place of the recorded one.
 */
final class RecordedRequest {
  private static final Path FOLDER = Path.of("src/test/resources/open-inference");
  private static final String RECORDED_MODEL = "01M8HVPZCGWP1W79KS5046GV3W";
  private static final int TIMEOUT_MILLIS = 60_000;

  private final byte[] bytes;

  private RecordedRequest(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Reads a recording.
   *
   * @param name client and request, such as {@code tritonclient/server-live}
   * @param model id that takes the recorded one's place, as long as that
   */
  static RecordedRequest of(String name, String model) {
    if (model.length() != RECORDED_MODEL.length()) {
      throw new IllegalArgumentException(model + " would change the lengths that are recorded");
    }
    try {
      // Latin 1 gives every byte a letter of its own, so nothing else changes.
      String text = Files.readString(FOLDER.resolve(name + ".http"), StandardCharsets.ISO_8859_1);
      return new RecordedRequest(
          text.replace(RECORDED_MODEL, model).getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What came back.
   *
   * @param headers by their names in small letters
   */
  @SuppressWarnings("ArrayRecordComponent") // read once
  record Answer(int status, Map<String, String> headers, byte[] body) {
    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  /** Sends it over a connection of its own. */
  Answer send(URI server) {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
      InputStream in = new BufferedInputStream(socket.getInputStream());
      int status = Integer.parseInt(line(in).split(" ", 3)[1]);
      Map<String, String> headers = new TreeMap<>();
      for (String line = line(in); !line.isEmpty(); line = line(in)) {
        int colon = line.indexOf(':');
        headers.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
      }
      // The clients need the length: none of them reads an answer in chunks before its end.
      int length = Integer.parseInt(headers.getOrDefault("content-length", "-1"));
      if (length < 0) throw new AssertionError("an answer without a length: " + headers);
      return new Answer(status, headers, in.readNBytes(length));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int letter = in.read(); letter != '\n'; letter = in.read()) {
      if (letter < 0) throw new IOException("the answer ends within its head: " + line);
      if (letter != '\r') line.append((char) letter);
    }
    return line.toString();
  }
}
