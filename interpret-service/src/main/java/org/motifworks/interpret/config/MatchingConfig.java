package org.motifworks.interpret.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Bounds of requests that match motifs. */
@ConfigMapping(prefix = "motifworks.matching")
public interface MatchingConfig {

  /** Requests matched at the same time; one more is answered 429. */
  @WithDefault("2")
  @Min(1)
  @Max(1000)
  int atOnce();

  /** How long a request is waited for before it is answered 503. */
  @WithDefault("30s")
  Duration timeout();
}
