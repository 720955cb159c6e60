package org.motifworks.gateway.door;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;

/**
 * Tells requests by which a page of another site would change something here, such as start a
 * training run on the reader's own machine. Browsers say so themselves ({@code Sec-Fetch-Site}).
 */
final class CrossSite {

  private static final Set<HttpMethod> HARMLESS =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
  private static final Set<String> FOREIGN = Set.of("cross-site", "same-site");

  private CrossSite() {}

  static boolean changesSomething(HttpServerRequest request) {
    String site = request.getHeader("sec-fetch-site");
    return site != null && FOREIGN.contains(site) && !HARMLESS.contains(request.method());
  }
}
