package org.motifworks.kit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import org.motifworks.embedded.Infrastructure;

/** A database of its own and the shared broker for each start of the test application. */
public final class Servers implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    try {
      return Map.of(
          "quarkus.datasource.jdbc.url", Infrastructure.freshDatabase("kit"),
          "kafka.bootstrap.servers", Infrastructure.bootstrapServers(),
          "motifworks.artifacts.folder", Files.createTempDirectory("artifacts").toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    // the servers stop with the JVM
  }
}
