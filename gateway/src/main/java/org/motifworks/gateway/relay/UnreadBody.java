package org.motifworks.gateway.relay;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.streams.Pipe;
import io.vertx.ext.web.RoutingContext;

/**
 * Reads away the rest of a request that was answered early.
 *
 * <p>Closing at once would reset the connection and might take the answer with it before the client
 * has read it; so the rest is discarded for a while, and then the connection is closed.
 */
final class UnreadBody {

  private static final long PATIENCE_MILLIS = 5_000;

  private UnreadBody() {}

  static void discard(RoutingContext context, Pipe<?> upload) {
    HttpServerRequest request = context.request();
    if (upload != null) upload.close();
    request.handler(discarded -> {});
    long timer = context.vertx().setTimer(PATIENCE_MILLIS, late -> cut(request));
    request.endHandler(all -> context.vertx().cancelTimer(timer));
    request.exceptionHandler(gone -> context.vertx().cancelTimer(timer));
    request.resume();
  }

  private static void cut(HttpServerRequest request) {
    if (request.version() == HttpVersion.HTTP_2) {
      request.response().reset(); // other requests share the connection
    } else {
      request.connection().close();
    }
  }
}
