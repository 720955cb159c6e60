package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import org.motifworks.contracts.json.Json;
import org.motifworks.standalone.supervisor.DetachedSupervisor;
import org.motifworks.standalone.supervisor.ServiceState;
import org.motifworks.standalone.supervisor.SystemStatus;
import org.motifworks.standalone.terminal.Step;
import picocli.CommandLine.Command;

/** Stops the system on this machine. */
@Command(
    name = "down",
    description =
        "Stops Motifworks on this machine. Nothing is lost: work in hand goes on at the next up.")
final class DownCommand implements Callable<Integer> {

  private final Session session;

  DownCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    DetachedSupervisor supervisor = session.supervisor();
    boolean stopped = false;
    if (supervisor.status().isPresent()) {
      try (Step step = Step.begin(session.terminal(), "stop")) {
        stopped = supervisor.stop(now -> show(step, now));
        step.succeed(stopped ? "everything is stopped" : "nothing was running");
      }
    } else {
      session.remark("Nothing was running.");
    }
    if (session.json()) {
      ObjectNode result = Json.mapper().createObjectNode().put("stopped", stopped);
      session.print(result);
    }
    return ExitCode.OK;
  }

  private static void show(Step step, SystemStatus status) {
    long stopped =
        status.services().stream().filter(s -> s.state() == ServiceState.STOPPED).count();
    step.update(stopped, status.services().size(), "");
  }
}
