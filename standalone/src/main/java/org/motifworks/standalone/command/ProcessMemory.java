package org.motifworks.standalone.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Memory of a process and of everything it started, in bytes. */
final class ProcessMemory {

  private ProcessMemory() {}

  /**
   * Proportional set size, so that shared pages count once; empty where the system has no /proc.
   */
  static OptionalLong of(ProcessHandle process) {
    long total = 0;
    boolean known = false;
    try (Stream<ProcessHandle> all = Stream.concat(Stream.of(process), process.descendants())) {
      for (ProcessHandle each : (Iterable<ProcessHandle>) all::iterator) {
        OptionalLong own = proportional(each.pid());
        known |= own.isPresent();
        total += own.orElse(0);
      }
    }
    return known ? OptionalLong.of(total) : OptionalLong.empty();
  }

  private static OptionalLong proportional(long pid) {
    Path file = Path.of("/proc", Long.toString(pid), "smaps_rollup");
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst();
    } catch (IOException endedOrNotLinux) {
      return OptionalLong.empty();
    }
  }
}
