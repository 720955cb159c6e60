package org.motifworks.standalone.command;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/** A door with nothing behind it: fixed answers by method and path, requests kept. */
final class StandInGateway implements AutoCloseable {

  /** What a client sent. */
  record Request(String method, String path, String query, String idempotencyKey, String body) {}

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Answer(int status, String contentType, byte[] body) {
    Answer(int status, String contentType, String body) {
      this(status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }
  }

  private final HttpServer server;
  private final Map<String, List<Answer>> answers = new LinkedHashMap<>();
  private final List<Request> requests = new ArrayList<>();

  StandInGateway() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::handle);
    server.start();
  }

  URI uri() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** The answers to a request, in turn; the last one stays. */
  StandInGateway json(int status, String methodAndPath, String... bodies) {
    for (String body : bodies) add(methodAndPath, new Answer(status, "application/json", body));
    return this;
  }

  StandInGateway text(String methodAndPath, String contentType, String body) {
    add(methodAndPath, new Answer(200, contentType, body));
    return this;
  }

  StandInGateway bytes(String methodAndPath, String contentType, byte[] body) {
    add(methodAndPath, new Answer(200, contentType, body));
    return this;
  }

  synchronized List<Request> requests(String method, String path) {
    return requests.stream()
        .filter(each -> each.method().equals(method) && each.path().equals(path))
        .toList();
  }

  private synchronized void add(String methodAndPath, Answer answer) {
    answers.computeIfAbsent(methodAndPath, key -> new ArrayList<>()).add(answer);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Answer answer = next(exchange, path, body);
    byte[] bytes = answer.body();
    exchange.getResponseHeaders().add("Content-Type", answer.contentType());
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private synchronized Answer next(HttpExchange exchange, String path, String body) {
    String method = exchange.getRequestMethod();
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    requests.add(new Request(method, path, exchange.getRequestURI().getRawQuery(), key, body));
    List<Answer> known = answers.get(method + " " + path);
    if (known == null) {
      return new Answer(
          404,
          "application/problem+json",
          "{\"title\":\"Nothing here\",\"status\":404,\"code\":\"path.unknown\",\"detail\":\""
              + path
              + "\",\"action\":\"See /q/openapi.\"}");
    }
    return known.size() > 1 ? known.remove(0) : known.get(0);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
