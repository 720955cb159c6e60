package org.motifworks.standalone.supervisor;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.motifworks.standalone.home.DataFolder;
import org.motifworks.standalone.home.ProjectHome;

/**
 * The supervisor in the background, seen from the command line.
 *
 * <p>It runs in a session of its own, so that neither Ctrl-C nor closing the terminal reaches it or
 * its children: they are told to stop, in order, or not at all.
 */
public final class DetachedSupervisor {

  private static final long POLL_MILLIS = 150;
  private static final Duration STOP_PATIENCE = Duration.ofMinutes(2);

  private final DataFolder folder;
  private final StateFile stateFile;

  public DetachedSupervisor(DataFolder folder) {
    this.folder = folder;
    this.stateFile = new StateFile(folder.state());
  }

  /** What is known about the system of this folder; empty when it was never started. */
  public Optional<SystemStatus> status() {
    return stateFile.read();
  }

  /** The status while a supervisor lives. */
  public Optional<SystemStatus> running() {
    return status().filter(SystemStatus::isRunning);
  }

  /**
   * Starts a supervisor and returns when the system is ready.
   *
   * @param progress told the status whenever it is looked at
   * @throws StartFailedException in words when it does not start
   */
  public SystemStatus start(
      ProjectHome home, SystemSettings settings, Consumer<SystemStatus> progress) {
    folder.create();
    Path output = folder.log("supervisor-output");
    Process process = launch(home, settings, output);
    while (true) {
      Optional<SystemStatus> now = status().filter(status -> wrote(process, status));
      now.ifPresent(progress);
      if (now.isPresent() && now.get().phase() == SystemPhase.READY) return now.get();
      if (!process.isAlive()) throw failure(status().filter(s -> wrote(process, s)), output);
      pause();
    }
  }

  /** Waits until a system that somebody else is starting is ready. */
  public SystemStatus awaitReady(Consumer<SystemStatus> progress) {
    while (true) {
      Optional<SystemStatus> now = running();
      if (now.isEmpty()) throw failure(status(), folder.log("supervisor-output"));
      progress.accept(now.get());
      if (now.get().phase() == SystemPhase.READY) return now.get();
      pause();
    }
  }

  /**
   * Stops the system; whatever a killed supervisor left is ended as well.
   *
   * @return whether anything was there to stop
   */
  public boolean stop(Consumer<SystemStatus> progress) {
    Optional<SystemStatus> last = status();
    if (last.isEmpty()) return false;
    Optional<ProcessHandle> supervisor = last.get().supervisor().handle();
    if (supervisor.isEmpty()) {
      boolean leftovers =
          last.get().services().stream()
              .flatMap(service -> service.process().stream())
              .anyMatch(ProcessIdentity::isAlive);
      Leftovers.end(last, sentence -> {});
      return leftovers;
    }
    supervisor.get().destroy();
    long deadline = System.nanoTime() + STOP_PATIENCE.toNanos();
    while (supervisor.get().isAlive()) {
      status().ifPresent(progress);
      if (System.nanoTime() > deadline) supervisor.get().destroyForcibly();
      pause();
    }
    Leftovers.end(status(), sentence -> {});
    return true;
  }

  private Process launch(ProjectHome home, SystemSettings settings, Path output) {
    List<String> command = new ArrayList<>();
    sessionLeader().ifPresent(command::add);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(home.ownArchive());
    command.add("-Dmotifworks.home=" + home.folder());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(SupervisorMain.class.getName());
    command.addAll(List.of(folder.folder().toString(), Integer.toString(settings.port())));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("MOTIFWORKS_HOST", settings.host());
    builder.environment().put("MOTIFWORKS_SLOTS", Integer.toString(settings.slots()));
    builder.environment().put("MOTIFWORKS_INPUT_FOLDERS", settings.inputFolders());
    builder.directory(folder.folder().toFile()).redirectErrorStream(true);
    builder.redirectInput(Redirect.from(new File("/dev/null")));
    builder.redirectOutput(output.toFile());
    try {
      return builder.start();
    } catch (IOException e) {
      throw new StartFailedException("The supervisor cannot be run: " + e.getMessage(), e);
    }
  }

  private static Optional<String> sessionLeader() {
    String path = System.getenv().getOrDefault("PATH", "");
    for (String folder : path.split(File.pathSeparator, -1)) {
      Path program = Path.of(folder, "setsid");
      if (Files.isExecutable(program)) return Optional.of(program.toString());
    }
    return Optional.empty();
  }

  private static boolean wrote(Process process, SystemStatus status) {
    return status.supervisor().pid() == process.pid();
  }

  private static StartFailedException failure(Optional<SystemStatus> last, Path output) {
    String said = last.flatMap(SystemStatus::problem).orElse("");
    if (said.isEmpty()) said = wordsOf(output);
    return new StartFailedException(said.isEmpty() ? "The supervisor ended." : said);
  }

  private static String wordsOf(Path output) {
    try {
      return Files.exists(output) ? Files.readString(output).strip() : "";
    } catch (IOException e) {
      return "(" + output + ": " + e.getMessage() + ")";
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailedException("Interrupted.", e);
    }
  }
}
