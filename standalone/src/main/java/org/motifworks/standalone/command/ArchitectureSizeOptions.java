package org.motifworks.standalone.command;

import java.util.List;
import org.motifworks.core.architecture.Architecture;
import org.motifworks.core.architecture.ArchitectureException;
import org.motifworks.core.architecture.ArchitectureSummary;
import picocli.CommandLine.Option;

/** What an architecture is looked at for. */
final class ArchitectureSizeOptions {

  @Option(
      names = "--window",
      paramLabel = "NT",
      defaultValue = "200",
      description = "Nucleotides a sequence. Default: ${DEFAULT-VALUE}.")
  private int window;

  @Option(
      names = "--classes",
      paramLabel = "N",
      defaultValue = "12",
      description = "Classes to tell apart. Default: ${DEFAULT-VALUE}.")
  private int classes;

  /** The presets that fit. */
  List<ArchitectureSummary> presets() {
    check();
    return ArchitectureSummary.presets(window, classes);
  }

  ArchitectureSummary summary(Architecture architecture) {
    check();
    try {
      return ArchitectureSummary.of(architecture, window, classes);
    } catch (ArchitectureException e) {
      throw ArchitectureArgument.refused(
          architecture.name() + ": " + e.getMessage(), "Choose another --window.");
    }
  }

  private void check() {
    within("--window", window, 1_000_000);
    within("--classes", classes, 10_000);
  }

  private static void within(String option, int value, int most) {
    if (value < 1 || value > most) {
      throw new CommandFailure(
          ExitCode.USAGE, "A wrong option", option + " is from 1 to " + most + ".", "");
    }
  }
}
