package org.motifworks.interpret.openinference;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * The body of a request, unpacked: plain, or {@code gzip} or {@code deflate} as clients pack it.
 */
final class InferenceBody {
  private static final int LONGEST = 4 << 20;

  private InferenceBody() {}

  /**
   * Reads a body.
   *
   * @param encoding the request's {@code Content-Encoding}, or null
   * @throws Refused 413 when it is over 4 MiB, packed or unpacked; 415 for another encoding; 400
   *     when it is damaged
   */
  static byte[] read(InputStream body, String encoding) throws IOException {
    byte[] sent = bounded(body);
    String coding = encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT);
    try {
      return switch (coding) {
        case "identity", "" -> sent;
        case "gzip", "x-gzip" -> bounded(new GZIPInputStream(new ByteArrayInputStream(sent)));
        case "deflate" -> bounded(new InflaterInputStream(new ByteArrayInputStream(sent)));
        default ->
            throw new Refused(415, "Content-Encoding is " + encoding + ", not gzip or deflate");
      };
    } catch (ZipException | EOFException e) {
      throw new Refused(400, "the body is no " + coding + ": " + e.getMessage());
    }
  }

  private static byte[] bounded(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(LONGEST + 1);
    if (bytes.length > LONGEST) throw new Refused(413, "over " + LONGEST + " bytes");
    return bytes;
  }
}
