package org.motifworks.standalone.command;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what the processes say. */
@Command(
    name = "logs",
    description = "Shows the logs of Motifworks on this machine.",
    footer = {
      "",
      "Examples:",
      "  ./motifworks logs                     the last lines of every process",
      "  ./motifworks logs trainer-service -f  one of them, as it is written"
    })
final class LogsCommand implements Callable<Integer> {

  private static final List<String> NAMES =
      List.of(
          "supervisor",
          "kafka",
          "postgres",
          "data-service",
          "trainer-service",
          "interpret-service",
          "gateway");

  private final Session session;

  @Parameters(
      arity = "0..1",
      paramLabel = "PROCESS",
      completionCandidates = Names.class,
      description = "One of ${COMPLETION-CANDIDATES}; all when left out.")
  private String name;

  @Option(
      names = {"-f", "--follow"},
      description = "Goes on with what is written from now on.")
  private boolean follow;

  @Option(
      names = {"-n", "--lines"},
      paramLabel = "N",
      defaultValue = "20",
      description = "Lines of each log to begin with. Default: ${DEFAULT-VALUE}.")
  private int lines;

  LogsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<String> wanted = name == null ? NAMES : List.of(checked(name));
    List<String> present =
        wanted.stream().filter(each -> Files.exists(session.folder().log(each))).toList();
    if (present.isEmpty()) {
      session.remark("There are no logs yet in " + session.folder().logs() + ".");
      return ExitCode.OK;
    }
    new LogTail(session.folder(), session.terminal()).show(present, lines, follow);
    return ExitCode.OK;
  }

  private static String checked(String name) {
    if (NAMES.contains(name)) return name;
    throw new CommandFailure(
        ExitCode.USAGE,
        "There is no process '" + name + "'",
        "The processes are " + String.join(", ", NAMES) + ".",
        "");
  }

  /** What the shell completes. */
  static final class Names extends ArrayList<String> {
    private static final long serialVersionUID = 1;

    Names() {
      super(NAMES);
    }
  }
}
