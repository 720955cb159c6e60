package org.motifworks.gateway.relay;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.motifworks.gateway.problem.Problem;
import org.motifworks.gateway.problem.ProblemAnswer;
import org.motifworks.gateway.settings.GatewaySettings;
import org.motifworks.gateway.settings.ServiceSettings;

/** Passes every request below {@code /v1} and {@code /v2} on to the service that owns its path. */
@Singleton
public class Relay {

  private final Map<Service, ServiceAddress> addresses = new EnumMap<>(Service.class);
  private final HttpClient client;
  private final Duration idleTimeout;
  private final RelayMeter meter;

  @Inject
  public Relay(Vertx vertx, ServiceSettings services, GatewaySettings settings, RelayMeter meter) {
    address(Service.DATA, services.dataUrl());
    address(Service.TRAINER, services.trainerUrl());
    address(Service.INTERPRET, services.interpretUrl());
    this.idleTimeout = settings.relay().idleTimeout();
    this.meter = meter;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout((int) settings.relay().connectTimeout().toMillis())
                .setMaxWaitQueueSize(settings.relay().waiting())
                .setTcpKeepAlive(true)
                .setKeepAliveTimeout(30)
                .setDecompressionSupported(false),
            new PoolOptions().setHttp1MaxSize(settings.relay().connections()));
  }

  private void address(Service service, URI base) {
    addresses.put(service, ServiceAddress.of(service, base));
  }

  /**
   * Answers a request with what its owner says, or with a problem that names the owner.
   *
   * @param path of the request, cut into segments
   */
  public void handle(RoutingContext context, List<String> path) {
    RouteTable.owner(path)
        .ifPresentOrElse(
            owner -> new Exchange(context, client, addresses.get(owner), idleTimeout, meter).open(),
            () -> ProblemAnswer.send(context, Problem.pathUnknown("/" + String.join("/", path))));
  }

  @PreDestroy
  void close() {
    client.close();
  }
}
