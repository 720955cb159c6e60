package org.motifworks.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Answers who refers to a dataset in place of a trainer-service, over real HTTP. */
public final class StandInTrainer implements QuarkusTestResourceLifecycleManager {

  private static final String PATH = "/v1/references/datasets/";
  private static final Map<String, String> REFERENCES = new ConcurrentHashMap<>();
  private static volatile boolean away;

  private HttpServer server;

  /** From now on these, a JSON array, refer to the dataset. */
  public static void refer(String dataset, String references) {
    REFERENCES.put(dataset, references);
  }

  /** Whether every request is answered by 503 from now on. */
  public static void away(boolean isAway) {
    away = isAway;
  }

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        PATH,
        exchange -> {
          String id = exchange.getRequestURI().getPath().substring(PATH.length());
          byte[] body = REFERENCES.getOrDefault(id, "[]").getBytes(UTF_8);
          exchange.sendResponseHeaders(away ? 503 : 200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return Map.of(
        "motifworks.services.trainer-url", "http://localhost:" + server.getAddress().getPort());
  }

  @Override
  public void stop() {
    server.stop(0);
  }
}
