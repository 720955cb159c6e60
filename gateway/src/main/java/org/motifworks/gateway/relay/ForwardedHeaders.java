package org.motifworks.gateway.relay;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;

/** Tells a service whom it answers: the {@code X-Forwarded-*} headers. Not to be trusted by it. */
final class ForwardedHeaders {

  private ForwardedHeaders() {}

  static void add(HttpServerRequest request, MultiMap headers) {
    if (request.remoteAddress() != null && request.remoteAddress().hostAddress() != null) {
      String before = headers.get("x-forwarded-for");
      String client = request.remoteAddress().hostAddress();
      headers.set("x-forwarded-for", before == null ? client : before + ", " + client);
    }
    if (!headers.contains("x-forwarded-proto")) {
      headers.set("x-forwarded-proto", request.isSSL() ? "https" : "http");
    }
    if (!headers.contains("x-forwarded-host") && request.authority() != null) {
      headers.set("x-forwarded-host", request.authority().toString());
    }
  }
}
