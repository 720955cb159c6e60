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
