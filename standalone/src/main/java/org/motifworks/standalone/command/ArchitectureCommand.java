package org.motifworks.standalone.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Architectures on paper; needs no running system. */
@Command(
    name = "architecture",
    description = "Lists and explains network architectures; nothing needs to run for it.",
    subcommands = {ArchitectureListCommand.class, ArchitectureShowCommand.class},
    footer = {
      "",
      "An architecture of your own is a YAML or JSON file; what is left out is as below:",
      "  name: mine                 # the file's name",
      "  convolutions:              # 1 to 16 blocks; the filters of the first are the motifs",
      "    - filters: 30",
      "      size: 19",
      "      stride: 1",
      "      dilation: 1",
      "      batchNorm: true",
      "      activation: relu       # relu, exponential, softplus",
      "      pool:                  # none when left out",
      "        size: 25",
      "        stride: 25           # the size",
      "      dropout: 0.1",
      "  dense:                     # none when left out",
      "    - units: 512",
      "      batchNorm: true",
      "      activation: relu",
      "      dropout: 0.5",
      "",
      "Examples:",
      "  ./motifworks architecture list",
      "  ./motifworks architecture show cnn-25",
      "  ./motifworks architecture show mine.yaml --window 1000 --classes 2",
      "  ./motifworks run --dataset peaks --architecture mine.yaml"
    })
final class ArchitectureCommand implements Runnable {

  @Spec private CommandSpec specification;

  @Override
  public void run() {
    throw new ParameterException(specification.commandLine(), "A command is missing.");
  }
}
