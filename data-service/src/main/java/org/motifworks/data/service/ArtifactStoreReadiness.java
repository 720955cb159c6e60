package org.motifworks.data.service;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.motifworks.kit.config.ArtifactConfig;

/** Ready only while artifacts can be written: a full or unmounted disk must take no orders. */
@Readiness
final class ArtifactStoreReadiness implements HealthCheck {

  private static final long LEAST_FREE_BYTES = 64L << 20;

  private final Path folder;

  ArtifactStoreReadiness(ArtifactConfig config) {
    // The store has refused to start without one.
    this.folder = config.folder().orElseThrow();
  }

  @Override
  public HealthCheckResponse call() {
    var answer = HealthCheckResponse.named("artifact store");
    try {
      long free = Files.getFileStore(folder).getUsableSpace();
      answer.withData("freeBytes", free);
      return answer.status(Files.isWritable(folder) && free > LEAST_FREE_BYTES).build();
    } catch (java.io.IOException e) {
      return answer.withData("error", String.valueOf(e.getMessage())).down().build();
    }
  }
}
