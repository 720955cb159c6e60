package org.motifworks.standalone.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints an experiment's table. */
@Command(
    name = "results",
    description = "Prints the table of an experiment, as far as its runs have ended.")
final class ExperimentResultsCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "EXPERIMENT", description = "Its id.")
  private String id;

  @Mixin private ExperimentOutput output;

  ExperimentResultsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    output.tell(session, session.api(), id);
    return ExitCode.OK;
  }
}
