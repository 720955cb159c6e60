package org.motifworks.interpret.registry;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;
import org.motifworks.interpret.model.ModelCache;
import org.motifworks.kit.event.KafkaSettings;

/**
 * Has aliases followed for as long as the service runs. The service is ready once it knows what
 * they mean; a model that cannot be loaded then keeps only its own alias behind.
 */
@Readiness
@ApplicationScoped
public class AliasStart implements HealthCheck {
  private static final Logger LOG = Logger.getLogger(AliasStart.class);
  private static final long PATIENCE_MILLIS = 20_000;

  private final ServedAliases served;
  private final AliasSwitch aliases;
  private final AliasFollower follower;
  private final Thread thread;

  AliasStart(
      KafkaSettings kafka,
      ModelSource models,
      ModelCache cache,
      ServedAliases served,
      MeterRegistry metrics) {
    this.served = served;
    this.aliases = new AliasSwitch(models::find, cache, served);
    this.follower = new AliasFollower(kafka, aliases);
    this.thread = new Thread(follower, "aliases");
    this.thread.setDaemon(true);
    Gauge.builder("motifworks.aliases.served", served, ServedAliases::size)
        .description("Aliases this replica serves")
        .register(metrics);
    Gauge.builder("motifworks.aliases.failing", aliases, each -> each.failing().size())
        .description("Aliases whose newest model this replica cannot load")
        .register(metrics);
  }

  void start(@Observes StartupEvent event) {
    thread.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    follower.close();
    thread.join(PATIENCE_MILLIS);
    if (thread.isAlive()) LOG.warn("a model is still being loaded");
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("aliases")
        .status(follower.caughtUp())
        .withData("served", served.size())
        .withData("failing", String.join(" ", aliases.failing()))
        .build();
  }
}
