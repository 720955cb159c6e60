package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.motifworks.contracts.json.Json;
import org.motifworks.standalone.supervisor.ProcessIdentity;
import org.motifworks.standalone.supervisor.ServiceStatus;
import org.motifworks.standalone.supervisor.SystemStatus;
import org.motifworks.standalone.terminal.Amount;
import org.motifworks.standalone.terminal.Style;
import org.motifworks.standalone.terminal.Table;
import picocli.CommandLine.Command;

/** Shows what runs. */
@Command(
    name = "status",
    description = "Shows the processes of Motifworks on this machine.",
    footer = {"", "Ends with 0 when everything is ready, with 3 otherwise."})
final class StatusCommand implements Callable<Integer> {

  private final Session session;

  StatusCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Optional<SystemStatus> last = session.supervisor().status();
    boolean running = last.filter(SystemStatus::isRunning).isPresent();
    boolean ready = running && last.get().services().stream().allMatch(StatusCommand::isReady);
    if (session.json()) {
      session.print(json(last, running, ready));
    } else if (running) {
      session.print(text(last.get()));
    } else {
      session.print(
          "Motifworks is not running.\n"
              + last.flatMap(SystemStatus::problem)
                  .map(problem -> "  The last start failed: " + problem + "\n")
                  .orElse("")
              + "  → Start it with: ./motifworks up\n");
    }
    return ready ? ExitCode.OK : ExitCode.UNREACHABLE;
  }

  private String text(SystemStatus status) {
    Style style = session.terminal().style();
    Table table =
        new Table()
            .column("process")
            .column("state")
            .number("pid")
            .number("port")
            .number("up for")
            .number("memory")
            .number("restarts");
    for (ServiceStatus service : status.services()) {
      Optional<ProcessHandle> handle = service.process().flatMap(ProcessIdentity::handle);
      String state = handle.isEmpty() && isReady(service) ? "gone" : service.state().label();
      table.row(
          style.strong(service.name()),
          style.state(state),
          handle.map(h -> Long.toString(h.pid())).orElse("-"),
          Integer.toString(service.port()),
          service.process().map(p -> uptime(p.startedAt())).orElse("-"),
          memory(handle).stream().mapToObj(Amount::bytes).findFirst().orElse("-"),
          service.restarts() == 0 ? "" : style.attention(Integer.toString(service.restarts())));
    }
    return table.render(style, "  ")
        + "\n  page     "
        + style.link(status.page())
        + "\n  folder   "
        + session.folder().folder()
        + "\n";
  }

  private ObjectNode json(Optional<SystemStatus> last, boolean running, boolean ready) {
    ObjectNode node = Json.mapper().createObjectNode();
    node.put("running", running).put("ready", ready);
    node.put("folder", session.folder().folder().toString());
    if (!running) return node;
    node.put("page", last.get().page());
    ArrayNode services = node.putArray("services");
    for (ServiceStatus service : last.get().services()) {
      ObjectNode each = services.addObject();
      each.put("name", service.name()).put("state", service.state().label());
      each.put("port", service.port()).put("restarts", service.restarts());
      service.process().ifPresent(p -> each.put("pid", p.pid()));
      service.process().ifPresent(p -> each.put("startedAt", p.startedAt().toString()));
      memory(service.process().flatMap(ProcessIdentity::handle))
          .ifPresent(bytes -> each.put("memoryBytes", bytes));
    }
    return node;
  }

  private static boolean isReady(ServiceStatus service) {
    return service.state().label().equals("ready");
  }

  private static OptionalLong memory(Optional<ProcessHandle> process) {
    return process.map(ProcessMemory::of).orElse(OptionalLong.empty());
  }

  private static String uptime(Instant since) {
    return Amount.duration(Duration.between(since, Instant.now()));
  }
}
