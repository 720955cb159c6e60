package org.motifworks.standalone.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Series. */
@Command(
    name = "series",
    description = "Keeps comparable models under one name, one of them the champion.",
    subcommands = {
      SeriesCreateCommand.class,
      SeriesListCommand.class,
      SeriesShowCommand.class,
      SeriesPolicyCommand.class,
      SeriesRetrainCommand.class
    },
    footer = {
      "",
      "Examples:",
      "  ./motifworks series create tf12 --dataset paper",
      "  ./motifworks model promote MODEL --series tf12",
      "  ./motifworks score tf12@champion new.fa",
      "  ./motifworks series policy tf12 --dataset paper --architecture cnn-25"
    })
final class SeriesCommand implements Runnable {

  @Spec private CommandSpec specification;

  @Override
  public void run() {
    throw new ParameterException(specification.commandLine(), "A command is missing.");
  }
}
