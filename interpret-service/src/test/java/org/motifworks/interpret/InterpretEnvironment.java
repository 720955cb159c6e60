package org.motifworks.interpret;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.contracts.json.Json;
import org.motifworks.embedded.Infrastructure;

/**
 * The service's surroundings in a test: the shared broker, a store with a tiny model, and a trainer
 * that knows it as {@code tiny} and {@code demo@champion}, one of three unpooled layers as {@code
 * deep}, another, not interpreted, as {@code fresh}, one with a loop as {@code hostile} and the
 * tiny one's graph, imported, as {@code outside}.
 */
public final class InterpretEnvironment implements QuarkusTestResourceLifecycleManager {
  static final String FOLDER = "motifworks.artifacts.folder";
  private HttpServer trainer;

  @Override
  public Map<String, String> start() {
    try {
      Path folder = Files.createTempDirectory("artifacts");
      TinyArtifacts tiny = TinyArtifacts.in(folder);
      Map<String, ArtifactRef> others =
          Map.of(
              "deep",
              TinyArtifacts.deepModel(tiny.store()),
              "hostile",
              HostileModels.in(tiny.store()).get("loop"),
              "outside",
              TinyArtifacts.imported(tiny.store(), "imports/outside", tiny.model()));
      trainer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      trainer.createContext("/v1/models/", exchange -> answer(exchange, tiny, others));
      trainer.start();
      return Map.of(
          "kafka.bootstrap.servers",
          Infrastructure.bootstrapServers(),
          FOLDER,
          folder.toString(),
          "quarkus.http.test-port",
          "0",
          "motifworks.services.trainer-url",
          "http://localhost:" + trainer.getAddress().getPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    if (trainer != null) trainer.stop(0);
  }

  private static void answer(
      HttpExchange exchange, TinyArtifacts tiny, Map<String, ArtifactRef> others)
      throws IOException {
    Map<String, Object> refs = new HashMap<>(others);
    refs.put("tiny", tiny.model());
    refs.put("fresh", fresh(tiny));
    String asked = exchange.getRequestURI().getPath().substring("/v1/models/".length());
    boolean alias = asked.equals("demo@champion");
    String id = alias ? "tiny" : asked;
    boolean imported = id.equals("outside");
    Map<String, Object> champion =
        Map.of("series", "demo", "version", 2, "alias", "champion", "generation", 3);
    Map<String, Object> model =
        Map.of(
            "id",
            id,
            "named",
            alias ? Optional.of(champion) : Optional.empty(),
            "ref",
            refs.getOrDefault(id, fresh(tiny)),
            "dataset",
            imported
                ? Optional.empty()
                : Map.of("id", "data", "name", "demo", "ref", tiny.dataset()),
            "interpretation",
            imported
                ? Map.of("state", "FAILED", "problemCode", "model.imported")
                : Map.of("state", "AWAITING"));
    boolean known = refs.containsKey(id);
    byte[] body = Json.mapper().writeValueAsBytes(known ? model : Map.of());
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(known ? 200 : 404, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static Object fresh(TinyArtifacts tiny) {
    return Map.of("key", "models/fresh/1", "manifestSha256", tiny.dataset().manifestSha256());
  }
}
