package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import org.motifworks.contracts.json.Json;
import org.motifworks.standalone.supervisor.SystemSettings;
import org.motifworks.standalone.supervisor.SystemStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the system on this machine. */
@Command(
    name = "up",
    description = "Starts Motifworks on this machine, in the background.",
    footer = {
      "",
      "Kafka, PostgreSQL and the four services start as processes of their own and listen on this",
      "machine alone. They go on when the terminal closes; ./motifworks down stops them.",
      "",
      "Examples:",
      "  ./motifworks up",
      "  ./motifworks up --port 9000",
      "  ./motifworks up --foreground      stays; Ctrl-C stops everything"
    })
final class UpCommand implements Callable<Integer> {

  private final Session session;

  @Option(names = "--foreground", description = "Stays and shows the logs; Ctrl-C stops all.")
  private boolean foreground;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port of the page, the next free one when taken. Default: 8080.")
  private Integer port;

  UpCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    SystemSettings settings = settings();
    if (foreground) return stay(settings);
    SystemStatus status;
    try (Interruption ignored = Interruption.does(this::stop)) {
      status = new SystemStart(session).ensure(settings).status();
    }
    tell(status);
    return ExitCode.OK;
  }

  private int stay(SystemSettings settings) {
    try (Interruption ignored = Interruption.does(this::stop)) {
      SystemStatus status = new SystemStart(session).ensure(settings).status();
      tell(status);
      new LogTail(session.folder(), session.terminal()).follow(status.services());
    }
    session.remark("Motifworks was stopped from elsewhere.");
    return ExitCode.OK;
  }

  private SystemSettings settings() {
    SystemSettings settings = session.settings();
    if (port == null) return settings;
    try {
      return settings.withPort(port);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, "A wrong port", e.getMessage(), "");
    }
  }

  private void tell(SystemStatus status) {
    if (session.json()) {
      JsonNode document = Json.mapper().valueToTree(status);
      session.print(document);
      return;
    }
    session.print(
        "\n  page     "
            + session.terminal().style().link(status.page())
            + "\n  status   ./motifworks status\n  stop     ./motifworks down\n");
  }

  private void stop() {
    session.remark("\nStopping ...");
    session.supervisor().stop(now -> {});
    session.remark("Everything is stopped.");
  }
}
