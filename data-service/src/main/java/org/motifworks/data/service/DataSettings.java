package org.motifworks.data.service;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;

/** Settings of the data-service beside Quarkus's own. */
@ConfigMapping(prefix = "motifworks")
public interface DataSettings {

  Artifacts artifacts();

  Data data();

  /** The artifact store. */
  interface Artifacts {

    /** Folder of the artifacts, the same for all services of a machine. */
    Path folder();
  }

  /** The making of datasets. */
  interface Data {

    /** Datasets made at once by this process. */
    @WithDefault("2")
    @Min(1)
    @Max(64)
    int slots();

    /** How long a worker may be silent before another takes its dataset over. */
    @WithDefault("30s")
    Duration lease();

    /** How often each dataset under way is looked at; a cancellation waits that long at most. */
    @WithDefault("1s")
    Duration pulse();
  }
}
