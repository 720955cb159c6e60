package org.motifworks.trainer.imported;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** Whether models that were made elsewhere are let in. */
@ConfigMapping(prefix = "motifworks.models")
public interface ImportSettings {

  /** Off by default: a graph is a program, and whoever may send one gives us code to run. */
  @WithName("import")
  @WithDefault("false")
  boolean allowed();

  /** Size of a file, which is looked through in memory; at most what is served, 128 MiB. */
  @WithName("import-limit")
  @WithDefault("32M")
  MemorySize limit();
}
