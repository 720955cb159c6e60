package org.motifworks.data.scoring;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.motifworks.contracts.http.DuplexExchange;
import org.motifworks.contracts.json.Json;
import org.motifworks.kit.problem.Problem;

/**
 * The interpret-service, over HTTP. That it is away, or busy, is an outage, which passes; what it
 * refuses is the {@link Problem} it tells.
 */
@Singleton
class InterpretClient {

  private static final Duration CONNECT = Duration.ofSeconds(10);

  /** A model may have to be loaded first. */
  private static final Duration ANSWER = Duration.ofMinutes(1);

  private static final String NDJSON = "application/x-ndjson";

  private final URI base;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();

  InterpretClient(
      @ConfigProperty(
              name = "motifworks.services.interpret-url",
              defaultValue = "http://localhost:8083")
          URI base) {
    this.base = base;
  }

  /**
   * A model as it is now.
   *
   * @param window length of the sequences it takes, nt
   */
  record Model(String id, int window, List<String> classes) {}

  /** What a name stands for, by the Open Inference Protocol. */
  Model model(String ref) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve("/v2/models/" + encoded(ref))).timeout(ANSWER).build();
    try {
      HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) throw refusal(answer.statusCode(), answer.body());
      JsonNode model = Json.mapper().readTree(answer.body());
      List<String> classes = new ArrayList<>();
      model.at("/parameters/classes").forEach(name -> classes.add(name.asText()));
      int window = model.at("/parameters/window").asInt();
      return new Model(model.at("/versions/0").asText(), window, List.copyOf(classes));
    } catch (IOException e) {
      throw away(e);
    }
  }

  /**
   * Scores a stream of FASTA.
   *
   * @param query options, such as {@code strands=max}
   * @return the table as it comes, to be closed by the caller
   */
  InputStream score(String model, String query, DuplexExchange.Content sequences) {
    return score(model, query, "application/octet-stream", "text/tab-separated-values", sequences);
  }

  /**
   * Scores a stream of NDJSON.
   *
   * @param query options, such as {@code strands=max}
   * @return NDJSON as it comes, to be closed by the caller
   */
  InputStream scoreRecords(String model, String query, DuplexExchange.Content records) {
    String all = query.isEmpty() ? "input=ndjson" : query + "&input=ndjson";
    return score(model, all, NDJSON, NDJSON, records);
  }

  private InputStream score(
      String model, String query, String type, String accept, DuplexExchange.Content sequences) {
    URI uri =
        base.resolve(
            "/v1/models/" + encoded(model) + "/score" + (query.isEmpty() ? "" : "?" + query));
    Map<String, String> headers =
        Map.of("Content-Type", type, "Accept", accept + ", application/problem+json");
    try {
      DuplexExchange exchange = DuplexExchange.post(uri, headers, sequences);
      if (exchange.status() == 200) return exchange.body();
      try (InputStream body = exchange.body()) {
        throw refusal(exchange.status(), body.readAllBytes());
      }
    } catch (IOException e) {
      throw away(e);
    }
  }

  /** Of a path's segment or a query's value. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * It does not answer, or no longer; {@code org.motifworks.kit.sql.Outage} knows it by its cause.
   */
  static UncheckedIOException away(IOException e) {
    ConnectException cause = new ConnectException(String.valueOf(e.getMessage()));
    cause.initCause(e);
    return new UncheckedIOException("the interpret-service is away: " + e.getMessage(), cause);
  }

  private static RuntimeException refusal(int status, byte[] body) throws IOException {
    if (status == 429 || status >= 500) return away(new IOException("it answers " + status));
    JsonNode problem = Json.mapper().readTree(body);
    if (problem.hasNonNull("code")) return Problem.fromJson(problem);
    String said = problem.path("error").asText(); // as the Open Inference Protocol tells it
    return new Problem(
        status,
        status == 404 ? "model.unknown" : "scoring.refused",
        "This cannot be scored",
        said.isEmpty() ? "The interpret-service answers " + status + "." : said,
        "See that the model is one that is served: GET /v1/models lists them.");
  }
}
