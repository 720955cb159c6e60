package org.motifworks.standalone.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Models. */
@Command(
    name = "model",
    description = "Shows models, where they come from, and fetches their files.",
    subcommands = {
      ModelListCommand.class,
      ModelShowCommand.class,
      ModelDownloadCommand.class,
      ModelImportCommand.class,
      ModelPromoteCommand.class,
      ModelRollbackCommand.class,
      ModelRetireCommand.class,
      ModelAliasesCommand.class,
      ModelShadowCommand.class,
      ModelTraceCommand.class,
      ModelReproduceCommand.class
    })
final class ModelCommand implements Runnable {

  @Spec private CommandSpec specification;

  @Override
  public void run() {
    throw new ParameterException(specification.commandLine(), "A command is missing.");
  }
}
