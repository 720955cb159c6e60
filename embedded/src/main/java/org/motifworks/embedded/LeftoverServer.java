package org.motifworks.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What a killed owner leaves behind: a {@code postmaster.pid}, and perhaps the server it names.
 *
 * <p>Call it only while holding the folder's lock, so that nobody rightful uses the data.
 */
final class LeftoverServer {

  private static final int PATIENCE_SECONDS = 30;

  private LeftoverServer() {}

  static void remove(Path data) throws IOException {
    Optional<ProcessHandle> server = find(data);
    if (server.isPresent()) {
      server.get().destroy();
      awaitEnd(server.get(), data);
    }
    Files.deleteIfExists(data.resolve("postmaster.pid"));
  }

  /** The server that runs on {@code data}; it is no child of ours, for pg_ctl started it. */
  static Optional<ProcessHandle> find(Path data) throws IOException {
    Path pidFile = data.resolve("postmaster.pid");
    return Files.exists(pidFile) ? serverNamedIn(pidFile, data) : Optional.empty();
  }

  /**
   * Waits until it works no more; that nobody collects its exit status (a zombie) does not matter.
   */
  static void awaitEnd(ProcessHandle server, Path data) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (server.isAlive() && commandLine(server).contains(data.toString())) {
      if (System.nanoTime() > end) {
        throw new EmbeddedException(
            "PostgreSQL, process " + server.pid() + ", does not stop. End it by hand.");
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new EmbeddedException("Interrupted while PostgreSQL stops.", e);
      }
    }
  }

  private static Optional<ProcessHandle> serverNamedIn(Path pidFile, Path data) throws IOException {
    List<String> lines = Files.readAllLines(pidFile);
    if (lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,18}")) return Optional.empty();
    // The number may belong to an unrelated process by now.
    return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
        .filter(process -> commandLine(process).contains(data.toString()));
  }

  private static String commandLine(ProcessHandle process) {
    ProcessHandle.Info info = process.info();
    return info.command().orElse("")
        + " "
        + String.join(" ", info.arguments().orElse(new String[0]));
  }
}
