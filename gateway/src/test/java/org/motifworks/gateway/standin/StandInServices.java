package org.motifworks.gateway.standin;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.motifworks.embedded.Infrastructure;

/**
 * What stands behind the gateway in its tests: real Kafka, a real HTTP server for data- and
 * trainer-service that behaves as its path says ({@link StandInBehaviour}), and for
 * interpret-service a port nobody listens on.
 */
public final class StandInServices implements QuarkusTestResourceLifecycleManager {

  private final Vertx vertx = Vertx.vertx();

  @Override
  public Map<String, String> start() {
    return Map.of(
        "motifworks.services.data-url",
        "http://localhost:" + serve("data-service"),
        "motifworks.services.trainer-url",
        "http://localhost:" + serve("trainer-service"),
        "motifworks.services.interpret-url",
        "http://localhost:" + closedPort(),
        "motifworks.gateway.relay.idle-timeout",
        "3s",
        "motifworks.gateway.relay.connect-timeout",
        "1s",
        "motifworks.gateway.events.heartbeat",
        "200ms",
        "motifworks.gateway.events.listener-buffer",
        "65536",
        "kafka.bootstrap.servers",
        Infrastructure.bootstrapServers());
  }

  private int serve(String service) {
    HttpServer server = vertx.createHttpServer();
    server.requestHandler(new StandInBehaviour(vertx, service));
    try {
      return server
          .listen(0)
          .toCompletionStage()
          .toCompletableFuture()
          .get(10, TimeUnit.SECONDS)
          .actualPort();
    } catch (Exception e) {
      throw new IllegalStateException("no stand-in for " + service, e);
    }
  }

  private static int closedPort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void stop() {
    vertx.close();
  }
}
