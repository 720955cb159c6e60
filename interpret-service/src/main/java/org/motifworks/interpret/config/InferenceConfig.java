package org.motifworks.interpret.config;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
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

  /** What models kept in memory may hold, on the heap and beside it. */
  @WithDefault("256M")
  MemorySize cacheSize();

  /** How long a model may take to load, its sample included. */
  @WithDefault("60s")
  @DurationMin(seconds = 1)
  Duration loadDeadline();

  /** Models loading at the same time, those past their deadline included. */
  @WithDefault("4")
  @Min(1)
  @Max(64)
  int loads();
}
