package org.motifworks.gateway.door;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/**
 * What a browser may do with an answer.
 *
 * <p>The page loads from here only and runs no inline script. A report is one file with its script
 * inside; it is let run, but in an origin of its own from which it reaches nothing. Everything else
 * a service sends is data and runs nothing at all.
 */
public final class SecurityHeaders {

  private static final String CSP = "content-security-policy";

  private static final String PAGE =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src"
          + " 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
  private static final String REPORT =
      "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:;"
          + " font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"
          + " allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox";
  private static final String DATA =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'; sandbox";

  private SecurityHeaders() {}

  static void forPage(HttpServerResponse response) {
    response.putHeader(CSP, PAGE);
    response.putHeader("x-content-type-options", "nosniff");
    response.putHeader("referrer-policy", "no-referrer");
    response.putHeader("cross-origin-opener-policy", "same-origin");
    response.putHeader("cross-origin-resource-policy", "same-origin");
    // Files from a reproducible jar all have the same date: a browser could not tell an old one.
    response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  /** For an answer that came from a service, by its {@code Content-Type}. */
  public static void forRelayed(HttpServerResponse response, String contentType) {
    boolean html = contentType != null && contentType.startsWith("text/html");
    response.putHeader(CSP, html ? REPORT : DATA);
  }
}
