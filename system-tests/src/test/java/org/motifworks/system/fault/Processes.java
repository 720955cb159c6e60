package org.motifworks.system.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.motifworks.standalone.supervisor.ServiceState;
import org.motifworks.system.RunningSystem;
import org.motifworks.system.fault.Fault.Target;

/** The processes faults happen to, found at the moment they happen. */
final class Processes {

  private final SecondReplica secondTrainer;
  private final SecondReplica secondInterpret;

  Processes(SecondReplica secondTrainer, SecondReplica secondInterpret) {
    this.secondTrainer = secondTrainer;
    this.secondInterpret = secondInterpret;
  }

  /** SIGKILL; nothing when there is no such process now. */
  void kill(Target target) {
    of(target).forEach(ProcessHandle::destroyForcibly);
  }

  /** SIGSTOP or SIGCONT; they must be the same processes both times. */
  static void signal(String signal, List<ProcessHandle> processes) {
    for (ProcessHandle process : processes) {
      try {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /**
   * A training worker goes on or ends with its trainer, by its own choice: it is not among these.
   */
  List<ProcessHandle> of(Target target) {
    return switch (target) {
      case WORKER -> workers().findAny().stream().toList();
      case SECOND_TRAINER -> secondTrainer.process().stream().toList();
      case SECOND_INTERPRET -> secondInterpret.process().stream().toList();
      case POSTGRES -> Stream.concat(supervised(target).stream(), databaseServer()).toList();
      case POSTGRES_SERVER -> databaseServer().toList();
      default -> supervised(target).stream().toList();
    };
  }

  boolean allReady() {
    return RunningSystem.get().status().services().stream()
        .allMatch(service -> service.state() == ServiceState.READY);
  }

  private static Optional<ProcessHandle> supervised(Target target) {
    return RunningSystem.get().process(target.label()).filter(ProcessHandle::isAlive);
  }

  private Stream<ProcessHandle> workers() {
    return Stream.concat(supervised(Target.TRAINER).stream(), secondTrainer.process().stream())
        .flatMap(ProcessHandle::children);
  }

  /** The server and the processes of its connections. */
  private static Stream<ProcessHandle> databaseServer() {
    Path pid = RunningSystem.folder().resolve("postgres/data/postmaster.pid");
    try {
      List<String> lines = Files.exists(pid) ? Files.readAllLines(pid) : List.of();
      if (lines.isEmpty()) return Stream.empty();
      return ProcessHandle.of(Long.parseLong(lines.get(0).strip())).stream()
          .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()));
    } catch (IOException e) {
      return Stream.empty(); // being started or stopped
    }
  }
}
