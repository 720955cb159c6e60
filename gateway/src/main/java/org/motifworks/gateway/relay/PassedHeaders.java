package org.motifworks.gateway.relay;

import io.vertx.core.MultiMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Copies the headers that travel end to end and leaves those that belong to one connection (RFC
 * 9110, 7.6.1), those named by {@code Connection} among them.
 */
final class PassedHeaders {

  private static final Set<String> OF_ONE_CONNECTION =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private PassedHeaders() {}

  /** Adds to {@code to} what may pass, except {@code without} (lower case). */
  static void copy(MultiMap from, MultiMap to, Set<String> without) {
    Set<String> named = namedByConnection(from);
    for (Map.Entry<String, String> header : from) {
      String name = header.getKey().toLowerCase(Locale.ROOT);
      if (OF_ONE_CONNECTION.contains(name) || named.contains(name) || without.contains(name)) {
        continue;
      }
      to.add(header.getKey(), header.getValue());
    }
  }

  private static Set<String> namedByConnection(MultiMap headers) {
    Set<String> named = new HashSet<>();
    for (String value : headers.getAll("connection")) {
      for (String token : value.split(",", -1)) named.add(token.trim().toLowerCase(Locale.ROOT));
    }
    return named;
  }
}
