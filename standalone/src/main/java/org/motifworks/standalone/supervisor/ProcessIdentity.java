package org.motifworks.standalone.supervisor;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process for certain: numbers are used again, a number together with a start time is not.
 *
 * @param startedAt as the operating system says it
 */
public record ProcessIdentity(long pid, Instant startedAt) {

  /** The system derives start times from the clock, which may be stepped meanwhile. */
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(3);

  public static ProcessIdentity of(ProcessHandle process) {
    return new ProcessIdentity(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
  }

  /** The process while it lives. */
  public Optional<ProcessHandle> handle() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::startedTogether);
  }

  @JsonIgnore
  public boolean isAlive() {
    return handle().isPresent();
  }

  private boolean startedTogether(ProcessHandle process) {
    return process
        .info()
        .startInstant()
        .map(at -> Duration.between(at, startedAt).abs().compareTo(CLOCK_TOLERANCE) <= 0)
        .orElse(false);
  }
}
