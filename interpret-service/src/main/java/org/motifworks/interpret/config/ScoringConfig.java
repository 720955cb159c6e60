package org.motifworks.interpret.config;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;

/** Bounds of requests that score or explain. */
@ConfigMapping(prefix = "motifworks.scoring")
public interface ScoringConfig {

  /** Streams scored at the same time; one more is answered 429. */
  @WithDefault("16")
  @Min(1)
  @Max(1000)
  int streams();

  /** Longest record that is read, in nt; a longer one is an error of that record. */
  @WithDefault("1000000")
  @Min(1)
  @Max(100_000_000)
  int longestRecord();

  /**
   * The model, by id or {@code series@alias}, of sequences on Kafka that name none; without it they
   * are errors.
   */
  Optional<String> model();

  /**
   * How long Kafka keeps sequences and scores, in topics that are made by the service. A consumer
   * that lags behind further loses what it has not read.
   */
  @WithDefault("7d")
  @DurationMin(minutes = 1)
  Duration retention();

  /**
   * How much of them each partition keeps at most, about; there are twelve of either topic. Without
   * it only the age counts: a burst that nobody has scored yet must not push itself out.
   */
  Optional<MemorySize> retentionSize();
}
