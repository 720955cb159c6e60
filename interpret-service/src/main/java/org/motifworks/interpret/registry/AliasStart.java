package org.motifworks.interpret.registry;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;
import org.jboss.logging.Logger;
import org.motifworks.interpret.model.ModelCache;
import org.motifworks.kit.event.KafkaSettings;
import org.motifworks.kit.health.Loop;
import org.motifworks.kit.health.Loops;

/**
 * Has aliases followed for as long as the service runs. The service is started, and ready, once it
 * knows what they mean; a model that cannot be loaded then keeps only its own alias behind.
 */
@Startup
@Readiness
@ApplicationScoped
public class AliasStart implements HealthCheck, Loops {
  private static final Logger LOG = Logger.getLogger(AliasStart.class);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Kafka's answers, several times over; models are loaded in other threads. */
  private static final Duration LONGEST_TURN = Duration.ofMinutes(10);

  private final ServedAliases served;
  private final AliasSwitch aliases;
  private final AliasFollower follower;
  private final Loop loop;

  AliasStart(
      KafkaSettings kafka,
      ModelSource models,
      ModelCache cache,
      ServedAliases served,
      MeterRegistry metrics) {
    this.served = served;
    this.aliases = new AliasSwitch(models::find, cache, served);
    this.follower = new AliasFollower(kafka, aliases);
    this.loop = new Loop("aliases", LONGEST_TURN, follower::run);
    Gauge.builder("motifworks.aliases.served", served, ServedAliases::size)
        .description("Aliases this replica serves")
        .register(metrics);
    Gauge.builder("motifworks.aliases.failing", aliases, each -> each.failing().size())
        .description("Aliases whose newest model this replica cannot load")
        .register(metrics);
  }

  void start(@Observes StartupEvent event) {
    loop.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    loop.closing();
    follower.close();
    if (!loop.join(PATIENCE)) LOG.warn("aliases are still being followed");
    aliases.close();
  }

  @Override
  public HealthCheckResponse call() {
    Map<String, String> failing = aliases.failing();
    return HealthCheckResponse.named("aliases")
        .status(follower.caughtUp())
        .withData("served", served.size())
        .withData("failing", String.join(" ", failing.keySet()))
        .withData("reasons", String.join("; ", failing.values()))
        .build();
  }

  @Override
  public Stream<Loop> loops() {
    return Stream.of(loop);
  }
}
