package org.motifworks.gateway.relay;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A path that everyone reads the same way, cut into decoded segments.
 *
 * <p>The gateway routes by these and passes the path on as it came. So a path that a service might
 * read differently (dot segments, empty segments, encoded slashes, control characters, broken
 * encoding) is refused rather than put right.
 */
public final class PlainPath {

  private PlainPath() {}

  /**
   * The segments of a raw path; a single trailing slash counts for nothing.
   *
   * @throws Malformed saying what is wrong with it
   */
  public static List<String> segments(String rawPath) {
    if (!rawPath.startsWith("/")) throw new Malformed("A path starts with a slash.");
    String body = rawPath.substring(1);
    if (body.endsWith("/")) body = body.substring(0, body.length() - 1);
    List<String> segments = new ArrayList<>();
    if (body.isEmpty()) return segments;
    for (String raw : body.split("/", -1)) segments.add(segment(raw));
    return segments;
  }

  private static String segment(String raw) {
    if (raw.isEmpty()) throw new Malformed("The path has an empty segment.");
    String decoded = decode(raw);
    if (decoded.equals(".") || decoded.equals("..")) {
      throw new Malformed("The path has a dot segment.");
    }
    for (int i = 0; i < decoded.length(); i++) {
      char c = decoded.charAt(i);
      if (c == '/' || c == '\\') throw new Malformed("The path has an encoded slash.");
      if (c < ' ' || c == 0x7F || c == '\uFFFD') {
        throw new Malformed("The path has a character that is no text.");
      }
    }
    return decoded;
  }

  private static String decode(String raw) {
    try {
      return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Malformed("The path has a broken percent-encoding.");
    }
  }

  /** Why a path was refused, as a sentence. */
  public static final class Malformed extends RuntimeException {
    Malformed(String why) {
      super(why);
    }
  }
}
