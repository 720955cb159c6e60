package org.motifworks.gateway.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.UncheckedIOException;
import org.motifworks.contracts.json.Json;

/**
 * Writes a problem as the answer to a request; does nothing when the answer has already begun.
 * Below {@code /v2} its detail is told as {@code error} too, where clients of the Open Inference
 * Protocol look for it.
 */
public final class ProblemAnswer {

  /** Seconds after which a client should try again what is only out of reach for now. */
  private static final String RETRY_AFTER = "2";

  private ProblemAnswer() {}

  public static void send(RoutingContext context, Problem problem) {
    HttpServerResponse response = context.response();
    if (response.headWritten() || response.closed()) return;
    response.setStatusCode(problem.status());
    response.putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json");
    response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    if (problem.status() == 503 || problem.status() == 504) {
      response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
    }
    Buffer body = Buffer.buffer(json(problem, context.request().path().startsWith("/v2")));
    if (context.request().method() == HttpMethod.HEAD) {
      response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length())).end();
    } else {
      response.end(body);
    }
  }

  private static byte[] json(Problem problem, boolean openInference) {
    try {
      ObjectNode json = Json.mapper().valueToTree(problem);
      if (openInference) json.put("error", problem.detail());
      return Json.mapper().writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("cannot write " + problem, e);
    }
  }
}
