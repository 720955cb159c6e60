package org.motifworks.standalone.command;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The first word, and the options that every command understands. */
@Command(
    name = "motifworks",
    scope = ScopeType.LOCAL,
    versionProvider = MotifworksVersion.class,
    synopsisSubcommandLabel = "COMMAND",
    header =
        "Learns the DNA motifs that transcription factors bind, and shows that it learned them.",
    description = "",
    footer = {
      "",
      "Start here:",
      "  ./motifworks demo                 the paper's main experiment on this machine, start to"
          + " end",
      "",
      "With your own sequences:",
      "  ./motifworks up",
      "  ./motifworks dataset import --name mafk --positive peaks.fa --negatives shuffle",
      "  ./motifworks run --dataset mafk --architecture cnn-25",
      "  ./motifworks score MODEL new-sequences.fa",
      "",
      "With motifs alone, nothing needs to run:",
      "  ./motifworks match filters.meme jaspar2016",
      "  ./motifworks motif convert found.motif --to meme",
      "  ./motifworks architecture show cnn-25",
      "",
      "Everything is kept in .motifworks/ beside the launcher; --home-folder or MOTIFWORKS_FOLDER",
      "choose another place, MOTIFWORKS_URL a system on another machine, MOTIFWORKS_PORT the first",
      "port, MOTIFWORKS_SLOTS the training runs at a time.",
      "",
      "Exit codes: 0 done, 1 the job failed, 2 wrong command line, 3 Motifworks does not run or",
      "answer, 4 refused (unknown name, invalid input), 5 a fault of the service."
    })
public final class MotifworksCommand implements Runnable {

  /**
   * The commands in the order of the help; {@link Interpreter} adds them, each when it is named.
   */
  static final List<Class<?>> COMMANDS =
      List.of(
          DemoCommand.class,
          UpCommand.class,
          DownCommand.class,
          StatusCommand.class,
          LogsCommand.class,
          DatasetCommand.class,
          RunCommand.class,
          ExperimentCommand.class,
          ModelCommand.class,
          SeriesCommand.class,
          ReportCommand.class,
          ScoreCommand.class,
          ScoringCommand.class,
          VariantsCommand.class,
          SaliencyCommand.class,
          MutagenesisCommand.class,
          MatchCommand.class,
          MotifCommand.class,
          ArchitectureCommand.class,
          GarbageCommand.class,
          BenchCommand.class,
          CompletionCommand.class);

  private final Session session;

  @Spec private CommandSpec specification;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      order = 100,
      description = "Explains the command.")
  @SuppressWarnings("UnusedVariable") // picocli reads it
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      order = 101,
      description = "Prints the version.")
  @SuppressWarnings("UnusedVariable") // picocli reads it
  private boolean version;

  MotifworksCommand(Session session) {
    this.session = session;
  }

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      order = 98,
      description = "Prints JSON for scripts.")
  void json(boolean wanted) {
    if (wanted) session.chooseJson(true); // also called with the default, once a command
  }

  @Option(
      names = "--home-folder",
      scope = ScopeType.INHERIT,
      order = 99,
      paramLabel = "DIR",
      description = "Keeps everything in DIR instead of .motifworks/.")
  void homeFolder(Path folder) {
    if (folder != null) session.chooseFolder(folder);
  }

  @Override
  public void run() {
    throw new ParameterException(specification.commandLine(), "A command is missing.");
  }
}
