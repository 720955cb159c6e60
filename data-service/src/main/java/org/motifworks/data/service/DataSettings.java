package org.motifworks.data.service;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Settings of the data-service beside Quarkus's and the kit's own. */
@ConfigMapping(prefix = "motifworks.data")
public interface DataSettings {

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

  /** The largest request; all files of an upload together. */
  @WithDefault("10240M")
  MemorySize uploadLimit();
}
