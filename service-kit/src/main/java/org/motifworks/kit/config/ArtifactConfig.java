package org.motifworks.kit.config;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where artifacts are kept. */
@ConfigMapping(prefix = "motifworks.artifacts")
public interface ArtifactConfig {

  /**
   * Folder shared by the services of one machine; there is no default, for data must not go astray.
   */
  Optional<Path> folder();
}
