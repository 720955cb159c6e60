package org.motifworks.trainer;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.motifworks.embedded.Infrastructure;

/** A real Kafka, a real PostgreSQL, and the real worker as the build left it. */
public final class TrainerTestServers implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    try {
      Path scratch = Files.createTempDirectory("trainer-it-");
      return Map.of(
          "quarkus.http.test-port", "0",
          "kafka.bootstrap.servers", Infrastructure.bootstrapServers(),
          "quarkus.datasource.jdbc.url", Infrastructure.freshDatabase("trainer"),
          "motifworks.artifacts.folder", scratch.resolve("artifacts").toString(),
          "motifworks.worker.folder", scratch.resolve("worker").toString(),
          "motifworks.worker.classpath", workerJars().toString(),
          "motifworks.worker.device", "cpu",
          "motifworks.worker.slots", "1",
          "motifworks.worker.lease", "3s");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path workerJars() {
    Path jars = Path.of("..", "training-worker", "target", "lib").toAbsolutePath().normalize();
    if (!Files.isDirectory(jars))
      throw new IllegalStateException(jars + " is missing: build with -am, or the whole project");
    return jars;
  }

  @Override
  public void stop() {
    // the servers stop with this JVM
  }
}
