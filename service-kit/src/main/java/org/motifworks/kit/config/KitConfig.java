package org.motifworks.kit.config;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** What the kit is told by a service's configuration. */
@ConfigMapping(prefix = "motifworks")
public interface KitConfig {

  Artifacts artifacts();

  /** Where artifacts are kept. */
  interface Artifacts {
    /**
     * Folder shared by the services of one machine; there is no default, for data must not go
     * astray.
     */
    Optional<Path> folder();
  }
}
