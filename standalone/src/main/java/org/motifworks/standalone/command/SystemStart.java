package org.motifworks.standalone.command;

import java.util.Locale;
import java.util.Optional;
import org.motifworks.standalone.supervisor.DetachedSupervisor;
import org.motifworks.standalone.supervisor.ServiceState;
import org.motifworks.standalone.supervisor.ServiceStatus;
import org.motifworks.standalone.supervisor.SystemSettings;
import org.motifworks.standalone.supervisor.SystemStatus;
import org.motifworks.standalone.terminal.Step;

/** Brings the system up for a command, with progress. */
final class SystemStart {

  private final Session session;

  SystemStart(Session session) {
    this.session = session;
  }

  /**
   * The system, ready: the one that runs, or a new one.
   *
   * @param started whether it had to be started
   */
  record Outcome(SystemStatus status, boolean started) {}

  Outcome ensure(SystemSettings settings) {
    DetachedSupervisor supervisor = session.supervisor();
    Optional<SystemStatus> running = supervisor.running();
    try (Step step = Step.begin(session.terminal(), "start")) {
      if (running.isPresent()) {
        SystemStatus status = supervisor.awaitReady(now -> show(step, now));
        step.succeed("was already up");
        return new Outcome(status, false);
      }
      SystemStatus status = supervisor.start(session.home(), settings, now -> show(step, now));
      step.succeed("Kafka, PostgreSQL and four services are up");
      return new Outcome(status, true);
    }
  }

  /**
   * Stops on Ctrl-C what this command is about to start, and nothing that ran before.
   *
   * @param work what will go on when the command is called again, such as {@code the demo}
   */
  Interruption stoppedOnInterruption(String work) {
    boolean ours = session.remote().isEmpty() && session.supervisor().running().isEmpty();
    return Interruption.does(() -> stop(ours, work));
  }

  private void stop(boolean ours, String work) {
    if (!ours) {
      session.remark(
          "\nMotifworks was up before and goes on with this. Running "
              + work
              + " again follows it; ./motifworks down stops everything.");
      return;
    }
    session.remark("\nStopping everything ...");
    session.supervisor().stop(now -> {});
    session.remark("Everything is stopped. Running " + work + " again goes on from here.");
  }

  private static void show(Step step, SystemStatus status) {
    long ready = status.services().stream().filter(s -> s.state() == ServiceState.READY).count();
    String next =
        status.services().stream()
            .filter(s -> s.state() == ServiceState.STARTING || s.state() == ServiceState.RESTARTING)
            .map(ServiceStatus::name)
            .reduce((a, b) -> a + ", " + b)
            .orElse(status.phase().name().toLowerCase(Locale.ROOT));
    step.update(ready, status.services().size(), next);
  }
}
