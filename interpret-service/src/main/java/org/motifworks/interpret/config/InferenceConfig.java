package org.motifworks.interpret.config;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.motifworks.interpret.model.DeviceChoice;

/** Where and how models run. */
@ConfigMapping(prefix = "motifworks.inference")
public interface InferenceConfig {

  /** {@code auto}, {@code cpu} or {@code gpu}. */
  @WithDefault("auto")
  DeviceChoice device();

  /** Threads of the one inference pool; 0 for as many as the container has processors. */
  @WithDefault("0")
  @Min(0)
  @Max(1024)
  int threads();

  /** Models kept in memory, by the size of their graphs. */
  @WithDefault("256M")
  MemorySize cacheSize();
}
