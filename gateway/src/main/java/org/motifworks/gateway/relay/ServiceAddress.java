package org.motifworks.gateway.relay;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.net.URISyntaxException;

/** Where one service listens. */
record ServiceAddress(Service service, String host, int port, boolean encrypted) {

  static ServiceAddress of(Service service, URI base) {
    boolean encrypted = "https".equals(base.getScheme());
    int port = base.getPort() >= 0 ? base.getPort() : encrypted ? 443 : 80;
    return new ServiceAddress(service, base.getHost(), port, encrypted);
  }

  RequestOptions request(HttpMethod method, String pathAndQuery) {
    return new RequestOptions()
        .setMethod(method)
        .setHost(host)
        .setPort(port)
        .setSsl(encrypted)
        .setURI(pathAndQuery);
  }

  /** A {@code Location} of this service as the client may follow it: without the service's host. */
  String publicLocation(String location) {
    URI uri;
    try {
      uri = new URI(location);
    } catch (URISyntaxException e) {
      return location;
    }
    boolean own = host.equalsIgnoreCase(uri.getHost()) && samePort(uri) && uri.getRawPath() != null;
    if (!own) return location;
    return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
  }

  private boolean samePort(URI uri) {
    return uri.getPort() == port || (uri.getPort() < 0 && port == (encrypted ? 443 : 80));
  }
}
