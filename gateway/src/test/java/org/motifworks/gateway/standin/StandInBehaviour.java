package org.motifworks.gateway.standin;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Behaves as the last segment of the path says; by default it answers with what it was asked. */
final class StandInBehaviour implements Handler<HttpServerRequest> {

  static final long LARGE = 200L << 20;
  private static final Buffer CHUNK = Buffer.buffer(new byte[1 << 16]);

  private final Vertx vertx;
  private final String service;
  private final AtomicLong sent = new AtomicLong();

  StandInBehaviour(Vertx vertx, String service) {
    this.vertx = vertx;
    this.service = service;
  }

  @Override
  public void handle(HttpServerRequest request) {
    HttpServerResponse response = request.response();
    String path = request.path();
    String last = path.substring(path.lastIndexOf('/') + 1);
    switch (last) {
      case "problem":
        response
            .setStatusCode(422)
            .putHeader("content-type", "application/problem+json")
            .end("{\"code\":\"fasta.invalid-letter\",  \"odd\": [1,2]}");
        break;
      case "moved":
        response
            .setStatusCode(202)
            .putHeader("location", "http://" + request.getHeader("host") + "/v1/datasets/01JD?a=b")
            .end();
        break;
      case "own-headers":
        response
            .putHeader("connection", "keep-alive, x-hop")
            .putHeader("x-hop", "1")
            .putHeader("x-end-to-end", "1")
            .putHeader("content-type", "text/html")
            .end("<p>report</p>");
        break;
      case "stuck":
        break;
      case "half":
        response.putHeader("content-length", "1000").write("ten bytes.");
        vertx.setTimer(100, late -> request.connection().close());
        break;
      case "gone":
        request.connection().close();
        break;
      case "early":
        response.setStatusCode(413).putHeader("content-type", "text/plain").end("too large");
        break;
      case "live":
        response.setChunked(true).putHeader("content-type", "text/event-stream");
        response.write("event: epoch\ndata: 1\n\n");
        vertx.setTimer(5_000, late -> response.end("event: state\ndata: 2\n\n"));
        break;
      case "silent":
        response.setChunked(true).putHeader("content-type", "text/event-stream").write("");
        break;
      case "slow-reader":
        request.pause();
        vertx.setTimer(1_500, later -> count(request));
        break;
      case "large":
        response.putHeader("content-length", Long.toString(LARGE));
        sent.set(0);
        pump(response);
        break;
      case "sent":
        response.end(Long.toString(sent.get()));
        break;
      default:
        echo(request);
    }
  }

  private static void count(HttpServerRequest request) {
    long[] bytes = {0};
    request.handler(chunk -> bytes[0] += chunk.length());
    request.endHandler(end -> request.response().end(Long.toString(bytes[0])));
    request.resume();
  }

  private void pump(HttpServerResponse response) {
    while (sent.get() < LARGE) {
      if (response.closed()) return;
      if (response.writeQueueFull()) {
        response.drainHandler(drained -> pump(response));
        return;
      }
      sent.addAndGet(CHUNK.length());
      response.write(CHUNK);
    }
    response.end();
  }

  private void echo(HttpServerRequest request) {
    JsonObject headers = new JsonObject();
    request
        .headers()
        .forEach(
            header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
    request
        .body()
        .onSuccess(
            body ->
                request
                    .response()
                    .putHeader("content-type", "application/json")
                    .end(
                        new JsonObject()
                            .put("service", service)
                            .put("method", request.method().name())
                            .put("uri", request.uri())
                            .put("headers", headers)
                            .put("body", body.toString())
                            .encode()));
  }
}
