package org.motifworks.data;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.motifworks.embedded.Infrastructure;

/**
 * A database and artifact folder of its own and the shared broker, for each start of the service.
 */
public final class Servers implements QuarkusTestResourceLifecycleManager {

  private Path inputs;
  private Path artifacts;

  /** The folder from which the service may read files that are named by path. */
  public static Path inputs() {
    return Path.of(ConfigProvider.getConfig().getValue("motifworks.input.folders", String.class));
  }

  @Override
  public Map<String, String> start() {
    try {
      artifacts = Files.createTempDirectory("motifworks-artifacts-");
      inputs = Files.createTempDirectory("motifworks-inputs-").toRealPath();
      return Map.of(
          "motifworks.input.folders",
          inputs.toString(),
          "quarkus.datasource.jdbc.url",
          Infrastructure.freshDatabase("data"),
          "kafka.bootstrap.servers",
          Infrastructure.bootstrapServers(),
          "motifworks.artifacts.folder",
          artifacts.toString(),
          "motifworks.data.upload-limit",
          "16M",
          "motifworks.data.pulse",
          "200ms");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    delete(artifacts);
    delete(inputs);
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
