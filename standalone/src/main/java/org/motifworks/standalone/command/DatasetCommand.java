package org.motifworks.standalone.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Datasets. */
@Command(
    name = "dataset",
    description = "Makes and shows datasets.",
    subcommands = {
      DatasetSimulateCommand.class,
      DatasetImportCommand.class,
      DatasetImportPeaksCommand.class,
      DatasetImportDeepSeaCommand.class,
      DatasetAppendCommand.class,
      DatasetListCommand.class,
      DatasetShowCommand.class,
      DatasetDeleteCommand.class
    })
final class DatasetCommand implements Runnable {

  @Spec private CommandSpec specification;

  @Override
  public void run() {
    throw new ParameterException(specification.commandLine(), "A command is missing.");
  }
}
