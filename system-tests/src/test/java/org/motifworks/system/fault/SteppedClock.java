package org.motifworks.system.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The clock of this process and of all it starts, when the build was started under Debian's {@code
 * faketime}, which reads from a file by how much it is off. Clocks that only count on, by which
 * waiting is timed, are as they are.
 */
final class SteppedClock {

  private static final Optional<Path> FILE =
      Optional.ofNullable(System.getenv("FAKETIME_TIMESTAMP_FILE")).map(Path::of);

  private SteppedClock() {}

  static boolean isThere() {
    return FILE.isPresent();
  }

  /** Longer than a lease (6 s), a consumer's session (10 s) and a time-out of a request (30 s). */
  static void ahead() throws IOException {
    Files.writeString(FILE.orElseThrow(), "+90\n");
  }

  static void right() throws IOException {
    Files.writeString(FILE.orElseThrow(), "+0\n");
  }
}
