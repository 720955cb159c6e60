package org.motifworks.kit.config;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;
import org.motifworks.kit.health.Loop;
import org.motifworks.kit.health.Loops;

/** Alive while all loops turn; an outage, which they wait out in turns, does not matter. */
@Liveness
@Singleton
public final class LoopsLiveness implements HealthCheck {

  private final Instance<Loops> owners;

  LoopsLiveness(@Any Instance<Loops> owners) {
    this.owners = owners;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("loops").up();
    for (Loops owner : owners) {
      owner.loops().forEach(loop -> add(answer, loop));
    }
    return answer.build();
  }

  private static void add(HealthCheckResponseBuilder answer, Loop loop) {
    var trouble = loop.trouble();
    answer.withData(loop.name(), trouble.orElse("turns"));
    if (trouble.isPresent()) answer.down();
  }
}
