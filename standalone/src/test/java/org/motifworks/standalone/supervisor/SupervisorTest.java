package org.motifworks.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motifworks.standalone.home.DataFolder;

class SupervisorTest {

  private static final Backoff QUICK =
      new Backoff(Duration.ofMillis(50), Duration.ofMillis(400), Duration.ofMinutes(1));
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  @TempDir Path folder;

  @Test
  void services_startInOrder_andStopInTheOppositeOne() throws IOException {
    try (Supervisor supervisor = supervisor("first:steady", "second:steady", "third:steady")) {
      supervisor.start();
      assertThat(supervisor.status().phase()).isEqualTo(SystemPhase.READY);
    }
    assertThat(TinyService.journal(folder))
        .containsExactly(
            "first started",
            "second started",
            "third started",
            "third ended",
            "second ended",
            "first ended");
  }

  @Test
  void killedService_isStartedAgain_andTheLogSaysSo() throws IOException {
    try (Supervisor supervisor = supervisor("first:steady", "second:steady")) {
      supervisor.start();
      ProcessHandle before = supervisor.process("first").orElseThrow();
      before.destroyForcibly();

      await()
          .atMost(PATIENCE)
          .until(() -> restarted(supervisor, "first") && isReady(supervisor, "first"));
      assertThat(supervisor.process("first").orElseThrow().pid()).isNotEqualTo(before.pid());
      assertThat(supervisor.status().service("second").orElseThrow().restarts()).isZero();
    }
    assertThat(Files.readString(folder.resolve("logs/supervisor.log")))
        .contains("first was ended by signal 9; starts again in 0.1 s");
  }

  @Test
  void serviceThatCannotStart_stopsEverything_andItsLastWordsAreTold() throws IOException {
    Supervisor supervisor = supervisor("first:steady", "second:failing");

    assertThatThrownBy(supervisor::start)
        .isInstanceOf(StartFailedException.class)
        .hasMessageContaining("second ended with exit value 3")
        .hasMessageContaining("cannot go on: the moon is full");

    assertThat(TinyService.journal(folder))
        .containsExactly(
            "first started", "second started", "second started", "second started", "first ended");
    SystemStatus left = new StateFile(folder.resolve("state.json")).read().orElseThrow();
    assertThat(left.phase()).isEqualTo(SystemPhase.FAILED);
    assertThat(left.problem()).hasValueSatisfying(p -> assertThat(p).contains("the moon is full"));
  }

  @Test
  void serviceThatIsNeverReady_isGivenUp() {
    Supervisor supervisor = supervisor("first:silent");

    assertThatThrownBy(supervisor::start).hasMessageContaining("was not ready within 1 s");
  }

  @Test
  void serviceThatIgnoresTheSignal_isKilledAfterItsGrace() {
    Supervisor supervisor = supervisor("first:stubborn");
    supervisor.start();
    ProcessHandle process = supervisor.process("first").orElseThrow();

    long begin = System.nanoTime();
    supervisor.close();

    assertThat(process.isAlive()).isFalse();
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(15));
  }

  @Test
  void secondSupervisorOnAFolder_isRefused() {
    try (Supervisor first = supervisor("first:steady")) {
      assertThat(first.status().phase()).isEqualTo(SystemPhase.STARTING);
      assertThatThrownBy(() -> supervisor("first:steady"))
          .hasMessageContaining("Another supervisor runs on the folder " + folder);
    }
  }

  @Test
  void killedSupervisor_leavesNoOrphan_andItsStateCountsAsStale() throws Exception {
    Process system = startTinySystem();
    SystemStatus status = new StateFile(folder.resolve("state.json")).read().orElseThrow();
    assertThat(status.isRunning()).isTrue();
    List<ProcessHandle> children =
        status.services().stream()
            .map(service -> service.process().orElseThrow().handle().orElseThrow())
            .toList();

    system.destroyForcibly().waitFor();

    await().atMost(PATIENCE).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
    assertThat(new DetachedSupervisor(new DataFolder(folder)).running()).isEmpty();
    try (Supervisor next = supervisor("first:steady")) {
      next.start();
      assertThat(next.status().phase()).isEqualTo(SystemPhase.READY);
    }
  }

  @Test
  void down_stopsASupervisorInAnotherProcess() throws Exception {
    Process system = startTinySystem();

    assertThat(new DetachedSupervisor(new DataFolder(folder)).stop(now -> {})).isTrue();

    assertThat(system.isAlive()).isFalse();
    assertThat(TinyService.journal(folder)).endsWith("second ended", "first ended");
    assertThat(new StateFile(folder.resolve("state.json")).read().orElseThrow().phase())
        .isEqualTo(SystemPhase.STOPPED);
  }

  private Process startTinySystem() throws IOException {
    Process system =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-cp",
                System.getProperty("java.class.path"),
                TinySystem.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(system.inputReader().readLine()).isEqualTo("ready");
    return system;
  }

  private Supervisor supervisor(String... namesAndModes) {
    List<List<ServiceSpecification>> stages =
        List.of(namesAndModes).stream()
            .map(each -> each.split(":", -1))
            .map(each -> List.of(TinyService.specification(folder, each[0], each[1])))
            .toList();
    return new Supervisor(new DataFolder(folder), "http://localhost:1", stages, new Ports(), QUICK);
  }

  private static boolean restarted(Supervisor supervisor, String name) {
    return supervisor.status().service(name).filter(s -> s.restarts() > 0).isPresent();
  }

  private static boolean isReady(Supervisor supervisor, String name) {
    Optional<ServiceStatus> service = supervisor.status().service(name);
    return service.filter(s -> s.state() == ServiceState.READY).isPresent();
  }
}
