package org.motifworks.standalone.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Motif files; needs no running system. */
@Command(
    name = "motif",
    description = "Converts, draws and trims motifs; nothing needs to run for it.",
    subcommands = {MotifConvertCommand.class, MotifLogoCommand.class, MotifTrimCommand.class})
final class MotifCommand implements Runnable {

  @Spec private CommandSpec specification;

  @Override
  public void run() {
    throw new ParameterException(specification.commandLine(), "A command is missing.");
  }
}
