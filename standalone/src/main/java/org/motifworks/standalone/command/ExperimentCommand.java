package org.motifworks.standalone.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Experiments. */
@Command(
    name = "experiment",
    description = "Trains several architectures several times and compares them.",
    subcommands = {
      ExperimentPaperTableCommand.class,
      ExperimentRunCommand.class,
      ExperimentListCommand.class,
      ExperimentShowCommand.class,
      ExperimentResultsCommand.class,
      ExperimentReportCommand.class,
      ExperimentCancelCommand.class
    })
final class ExperimentCommand implements Runnable {

  @Spec private CommandSpec specification;

  @Override
  public void run() {
    throw new ParameterException(specification.commandLine(), "A command is missing.");
  }
}
