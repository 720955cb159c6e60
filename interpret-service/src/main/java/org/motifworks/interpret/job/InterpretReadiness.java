package org.motifworks.interpret.job;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.motifworks.interpret.model.OnnxRuntime;

/** Ready: a device to run on, and a place in the consumer group. */
@Readiness
@ApplicationScoped
public class InterpretReadiness implements HealthCheck {
  private final OnnxRuntime runtime;
  private final ConsumerGroup group;

  InterpretReadiness(OnnxRuntime runtime, @Identifier("runs") ConsumerGroup group) {
    this.runtime = runtime;
    this.group = group;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("interpretation")
        .status(group.joined())
        .withData("device", runtime.device())
        .withData("threads", runtime.threads())
        .withData("onnxRuntime", runtime.version())
        .withData("consumerJoined", group.joined())
        .build();
  }
}
