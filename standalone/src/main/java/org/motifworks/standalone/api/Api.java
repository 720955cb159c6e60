package org.motifworks.standalone.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.motifworks.contracts.http.DuplexExchange;
import org.motifworks.contracts.json.Json;

/**
 * Motifworks' REST API over HTTP.
 *
 * <p>Every method throws {@link ProblemException} when the service refuses and {@link
 * UnreachableException} when nobody answers.
 */
public final class Api {

  private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(5);
  private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(60);
  private static final int CONNECT_ATTEMPTS = 3;

  private final URI base;
  private final HttpClient client;

  /**
   * The API behind a door.
   *
   * @param base such as {@code http://localhost:8080}
   */
  public Api(URI base) {
    this.base = base;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_PATIENCE)
            .build();
  }

  public URI base() {
    return base;
  }

  /** One segment of a path or a value of a query, escaped. */
  public static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  public JsonNode get(String path) {
    return json(send(request(path).GET().build()));
  }

  /** Like {@link #get}, but empty when there is no such thing. */
  public Optional<JsonNode> find(String path) {
    try {
      return Optional.of(get(path));
    } catch (ProblemException e) {
      if (e.status() == 404) return Optional.empty();
      throw e;
    }
  }

  /**
   * @param idempotencyKey the same key gives the same job again
   */
  public JsonNode post(String path, JsonNode body, Optional<String> idempotencyKey) {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString()));
    idempotencyKey.ifPresent(key -> request.header("Idempotency-Key", key));
    return json(send(request.build()));
  }

  /** Sets what is at a path. */
  public JsonNode put(String path, JsonNode body) {
    HttpRequest.Builder request = request(path).header("Content-Type", "application/json");
    return json(send(request.PUT(BodyPublishers.ofString(body.toString())).build()));
  }

  /** Sends a command that says all in its path. */
  public JsonNode postNothing(String path) {
    return json(send(request(path).POST(BodyPublishers.noBody()).build()));
  }

  /** A short text of that media type. */
  public String text(String path, String mediaType) {
    HttpRequest.Builder request = request(path).setHeader("Accept", mediaType);
    return new String(send(request.GET().build()).body(), StandardCharsets.UTF_8);
  }

  /** Sends files; without a limit on the time that takes. */
  public JsonNode upload(String path, MultipartBody body) {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(path))
            .header("Content-Type", body.contentType())
            .header("Accept", "application/json")
            .POST(body.publisher())
            .build();
    return json(send(request));
  }

  /**
   * Sends a file as it is; without a limit on the time that takes.
   *
   * @throws java.io.UncheckedIOException when it cannot be read
   */
  public JsonNode postFile(String path, Path file) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(base.resolve(path))
              .header("Content-Type", "application/octet-stream")
              .header("Accept", "application/json")
              .POST(BodyPublishers.ofFile(file))
              .build();
      return json(send(request));
    } catch (FileNotFoundException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The answer may be empty. */
  public Optional<JsonNode> delete(String path) {
    byte[] body = send(request(path).DELETE().build()).body();
    return parsed(body);
  }

  /** A file as a stream to be closed by the caller. */
  public InputStream download(String path) {
    HttpRequest request = HttpRequest.newBuilder(base.resolve(path)).GET().build();
    return stream(request);
  }

  /**
   * Sends a stream and gives the answer as it comes, to be closed by the caller.
   *
   * @param accept media type the answer is to have
   */
  public InputStream exchange(String path, String contentType, String accept, InputStream body) {
    return exchange(path, contentType, accept, DuplexExchange.Content.of(body));
  }

  /** The same of what is made as it is sent. */
  public InputStream exchange(
      String path, String contentType, String accept, DuplexExchange.Content body) {
    URI uri = base.resolve(path);
    Map<String, String> headers =
        Map.of("Content-Type", contentType, "Accept", accept + ", application/problem+json");
    try {
      DuplexExchange exchange = DuplexExchange.post(uri, headers, body);
      if (exchange.status() / 100 == 2) return exchange.body();
      try (InputStream problem = exchange.body()) {
        throw ProblemException.of(
            exchange.status(), parsed(problem.readAllBytes()), uri.toString());
      }
    } catch (IOException e) {
      throw unreachable(uri, e);
    }
  }

  /** Server-sent events as a stream to be closed by the caller. */
  InputStream events(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(path)).header("Accept", "text/event-stream").build();
    return stream(request);
  }

  private InputStream stream(HttpRequest request) {
    HttpResponse<InputStream> response = exchange(request, BodyHandlers.ofInputStream());
    if (response.statusCode() / 100 == 2) return response.body();
    try (InputStream body = response.body()) {
      throw ProblemException.of(
          response.statusCode(), parsed(body.readAllBytes()), request.uri().toString());
    } catch (IOException e) {
      throw unreachable(request, e);
    }
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    HttpResponse<byte[]> response = exchange(request, BodyHandlers.ofByteArray());
    if (response.statusCode() / 100 == 2) return response;
    throw ProblemException.of(
        response.statusCode(), parsed(response.body()), request.uri().toString());
  }

  private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    for (int attempt = 1; ; attempt++) {
      try {
        return client.send(request, handler);
      } catch (java.net.ConnectException e) {
        // Nothing was sent yet: a door that is being restarted deserves another knock.
        if (attempt == CONNECT_ATTEMPTS) throw unreachable(request, e);
        pause(attempt);
      } catch (IOException e) {
        throw unreachable(request, e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw unreachable(request, e);
      }
    }
  }

  private static void pause(int attempt) {
    try {
      Thread.sleep(300L * attempt);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private UnreachableException unreachable(HttpRequest request, Exception cause) {
    return unreachable(request.uri(), cause);
  }

  private UnreachableException unreachable(URI uri, Exception cause) {
    String reason =
        cause instanceof java.net.ConnectException ? "no connection" : cause.getMessage();
    return new UnreachableException(
        "Motifworks does not answer at " + uri.resolve("/") + " (" + reason + ").", cause);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path))
        .timeout(ANSWER_PATIENCE)
        .header("Accept", "application/json");
  }

  private static JsonNode json(HttpResponse<byte[]> response) {
    return parsed(response.body())
        .orElseThrow(
            () ->
                ProblemException.of(
                    response.statusCode(), Optional.empty(), response.uri().toString()));
  }

  private static Optional<JsonNode> parsed(byte[] body) {
    if (body == null || body.length == 0) return Optional.empty();
    try {
      return Optional.ofNullable(Json.mapper().readTree(body));
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
