package org.motifworks.trainer.attempt;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import org.motifworks.contracts.training.ComputeDevice;

/** How this service starts training workers. */
@ConfigMapping(prefix = "motifworks.worker")
public interface WorkerSettings {

  /** Folder with the worker's jars. */
  Path classpath();

  /** Scratch space on this machine: checkpoints and the engine's unpacked libraries. */
  Path folder();

  /** The java executable; the one running this service when not given. */
  @WithDefault("${java.home}/bin/java")
  Path java();

  /** Attempts at the same time; one a core when not given. */
  OptionalInt slots();

  /** Java heap of a worker. Tensors live outside it. */
  @WithDefault("384")
  @Min(64)
  @Max(65_536)
  int heapMegabytes();

  @WithDefault("auto")
  ComputeDevice device();

  /** How long a silent replica keeps its runs before another may take them. */
  @WithDefault("30s")
  Duration lease();

  /** A worker that neither speaks nor computes for so long is given up. */
  @WithDefault("2m")
  Duration silence();
}
