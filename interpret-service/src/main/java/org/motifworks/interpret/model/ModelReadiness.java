package org.motifworks.interpret.model;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether this replica can load models. Loads that never end cannot be stopped; when there are as
 * many as are allowed, it can only be started again.
 */
@Readiness
@ApplicationScoped
public class ModelReadiness implements HealthCheck {
  private final ModelCache cache;

  ModelReadiness(ModelCache cache) {
    this.cache = cache;
  }

  @Override
  public HealthCheckResponse call() {
    LateLoads late = cache.lateLoads();
    return HealthCheckResponse.named("models")
        .status(!late.full())
        .withData("loaded", cache.size())
        .withData("bytes", cache.bytes())
        .withData("late", String.join(" ", late.artifacts()))
        .build();
  }
}
