package org.motifworks.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What a killed owner leaves behind: a {@code postmaster.pid}, and perhaps the server it names.
 *
 * <p>Call it only while holding the folder's lock, so that nobody rightful uses the data.
 */
final class LeftoverServer {

  private static final int PATIENCE_SECONDS = 30;

  private LeftoverServer() {}

  static void remove(Path data) throws IOException {
    Path pidFile = data.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) return;
    Optional<ProcessHandle> server = serverNamedIn(pidFile, data);
    if (server.isPresent()) stop(server.get());
    Files.deleteIfExists(pidFile);
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

  private static void stop(ProcessHandle server) {
    server.destroy();
    try {
      server.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new EmbeddedException(
          "A PostgreSQL left by an earlier run (process "
              + server.pid()
              + ") does not stop. End it.",
          e);
    } catch (ExecutionException e) {
      throw new EmbeddedException("Waiting for process " + server.pid() + " failed.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EmbeddedException("Interrupted while an earlier PostgreSQL stops.", e);
    }
  }
}
