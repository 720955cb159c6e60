package org.motifworks.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.motifworks.contracts.json.Json;

/**
 * The REST API as a client uses it. A service that is being started again answers 503; waiting
 * passes over it.
 */
public final class PublicDoor {

  private static final Set<String> ENDED =
      Set.of("READY", "SUCCEEDED", "FAILED", "CANCELLED", "RETIRED");

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final URI gateway;

  PublicDoor(URI gateway) {
    this.gateway = gateway;
  }

  URI at(String path) {
    return gateway.resolve(path);
  }

  public HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(at(path)).GET());
  }

  public HttpResponse<byte[]> bytes(String path) {
    try {
      return client.send(
          HttpRequest.newBuilder(at(path)).timeout(Duration.ofSeconds(60)).build(),
          BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public HttpResponse<String> post(String path, String type, String body) {
    return send(
        HttpRequest.newBuilder(at(path))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body)));
  }

  /** Sends a file's bytes. */
  HttpResponse<String> postBytes(String path, byte[] body) {
    return send(
        HttpRequest.newBuilder(at(path))
            .header("Content-Type", "application/octet-stream")
            .POST(BodyPublishers.ofByteArray(body)));
  }

  /** Like {@link #post}, for an answer of a media type. */
  public HttpResponse<String> postFor(String path, String type, String accept, String body) {
    return send(
        HttpRequest.newBuilder(at(path))
            .header("Content-Type", type)
            .header("Accept", accept)
            .POST(BodyPublishers.ofString(body)));
  }

  /** Like {@link #post} of JSON, which may be repeated: the same key gives the same entity. */
  public HttpResponse<String> postOnce(String path, String key, String json) {
    return send(
        HttpRequest.newBuilder(at(path))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(json)));
  }

  HttpResponse<String> put(String path, String json) {
    return send(
        HttpRequest.newBuilder(at(path))
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(json)));
  }

  /** Posts JSON that must be accepted, and gives the new entity's id. */
  public String start(String path, String json) {
    HttpResponse<String> response = post(path, "application/json", json);
    if (response.statusCode() != 202)
      throw new AssertionError(
          path + " answered " + response.statusCode() + ": " + response.body());
    return read(response.body()).get("id").asText();
  }

  /**
   * Like {@link #start}, for what needs a fact that another service has told but a third has
   * perhaps not heard yet.
   */
  String startOnceKnown(String path, String json) {
    HttpResponse<String> response =
        Awaitility.await(path)
            .atMost(Duration.ofSeconds(60))
            .pollInterval(Duration.ofMillis(250))
            .until(
                () -> post(path, "application/json", json), answer -> answer.statusCode() != 404);
    if (response.statusCode() != 202)
      throw new AssertionError(
          path + " answered " + response.statusCode() + ": " + response.body());
    return read(response.body()).get("id").asText();
  }

  /** Waits until what is at {@code path} has ended, whatever happens to the services meanwhile. */
  public JsonNode awaitEnd(String path, Duration longest) {
    return await(path, longest, json -> ENDED.contains(json.path("state").asText()));
  }

  public JsonNode await(String path, Duration longest, Predicate<JsonNode> condition) {
    return Awaitility.await(path)
        .atMost(longest)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> quietly(path), condition);
  }

  private JsonNode quietly(String path) {
    try {
      HttpResponse<String> response = get(path);
      if (response.statusCode() == 200) return read(response.body());
    } catch (UncheckedIOException e) {
      // the gateway itself is being started again
    }
    return JsonNodeFactory.instance.missingNode();
  }

  public static JsonNode read(String json) {
    try {
      return Json.mapper().readTree(json);
    } catch (IOException e) {
      throw new AssertionError("no JSON: " + json, e);
    }
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
