package org.motifworks.kit.config;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.motifworks.kit.artifact.ArtifactStore;

/** Ready only while artifacts can be written: a full or unmounted disk must take no orders. */
@Readiness
@Singleton
public final class ArtifactStoreReadiness implements HealthCheck {

  private static final long LEAST_FREE_BYTES = 64L << 20;

  private final Path folder;

  /**
   * @param store has made the folder, and refuses to start without one
   */
  ArtifactStoreReadiness(ArtifactConfig config, ArtifactStore store) {
    this.folder = config.folder().orElseThrow();
  }

  @Override
  public HealthCheckResponse call() {
    var answer = HealthCheckResponse.named("artifact store");
    try {
      long free = Files.getFileStore(folder).getUsableSpace();
      answer.withData("freeBytes", free);
      return answer.status(Files.isWritable(folder) && free > LEAST_FREE_BYTES).build();
    } catch (IOException e) {
      return answer.withData("error", String.valueOf(e.getMessage())).down().build();
    }
  }
}
