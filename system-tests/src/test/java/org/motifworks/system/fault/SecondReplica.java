package org.motifworks.system.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.motifworks.system.RunningSystem;
import org.motifworks.system.fault.Fault.Target;

/**
 * Another replica of a service, which takes its work from the same rows and topics. It is started
 * as the first one was, with a port and a scratch folder of its own; nobody supervises it.
 */
final class SecondReplica implements AutoCloseable {

  private final List<String> command;
  private final Map<String, String> environment;
  private final Path log;
  private Process process;

  /** Starts it. */
  SecondReplica(Target service) {
    log = RunningSystem.folder().resolve("logs/second-" + service.label() + ".log");
    Path first =
        Path.of("/proc/" + RunningSystem.get().process(service.label()).orElseThrow().pid());
    command = parts(first.resolve("cmdline"));
    environment = new HashMap<>();
    for (String variable : parts(first.resolve("environ"))) {
      String[] pair = variable.split("=", 2);
      if (pair.length == 2) environment.put(pair[0], pair[1]);
    }
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(freePort()));
    environment.put(
        "MOTIFWORKS_WORKER_FOLDER",
        RunningSystem.folder().resolve("second-work").toAbsolutePath().toString());
    start();
  }

  Optional<ProcessHandle> process() {
    return Optional.of(process.toHandle()).filter(ProcessHandle::isAlive);
  }

  /** Does nothing while it lives. */
  void start() {
    if (process != null && process.isAlive()) return;
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().clear();
      builder.environment().putAll(environment);
      builder.directory(RunningSystem.folder().toFile());
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    List<ProcessHandle> workers = process.descendants().toList();
    process.destroyForcibly();
    workers.forEach(ProcessHandle::destroyForcibly);
  }

  private static List<String> parts(Path file) {
    try {
      return Arrays.asList(Files.readString(file).split("\0"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
