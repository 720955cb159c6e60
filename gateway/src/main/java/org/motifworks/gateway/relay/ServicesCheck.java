package org.motifworks.gateway.relay;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.motifworks.gateway.settings.ServiceSettings;

/**
 * Says which services can be reached. Always up: a door that closed because one room is locked
 * would shut people out of the others.
 */
@Readiness
@ApplicationScoped
public class ServicesCheck implements AsyncHealthCheck {

  private static final int PATIENCE_MILLIS = 500;

  private final NetClient client;
  private final Map<Service, ServiceAddress> addresses = new LinkedHashMap<>();

  @Inject
  public ServicesCheck(Vertx vertx, ServiceSettings settings) {
    client = vertx.createNetClient(new NetClientOptions().setConnectTimeout(PATIENCE_MILLIS));
    addresses.put(Service.DATA, ServiceAddress.of(Service.DATA, settings.dataUrl()));
    addresses.put(Service.TRAINER, ServiceAddress.of(Service.TRAINER, settings.trainerUrl()));
    addresses.put(Service.INTERPRET, ServiceAddress.of(Service.INTERPRET, settings.interpretUrl()));
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    Map<Service, Future<Boolean>> answers = new LinkedHashMap<>();
    addresses.forEach((service, address) -> answers.put(service, reachable(address)));
    return Uni.createFrom()
        .completionStage(
            () ->
                Future.join(List.copyOf(answers.values()))
                    .map(all -> response(answers))
                    .toCompletionStage());
  }

  private Future<Boolean> reachable(ServiceAddress address) {
    return client
        .connect(address.port(), address.host())
        .map(
            socket -> {
              socket.close();
              return true;
            })
        .otherwise(false);
  }

  private static HealthCheckResponse response(Map<Service, Future<Boolean>> answers) {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("services").up();
    answers.forEach(
        (service, answer) ->
            response.withData(service.label(), answer.result() ? "reachable" : "away"));
    return response.build();
  }
}
