package org.motifworks.standalone.command;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Completion of commands and options in the shell. */
@Command(
    name = "completion",
    description = "Prints a script that completes commands in bash and zsh.",
    footer = {"", "  source <(./motifworks completion)"})
final class CompletionCommand implements Callable<Integer> {

  private final Session session;

  @Spec private CommandSpec specification;

  CompletionCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    session.print(AutoComplete.bash("motifworks", specification.root().commandLine()));
    return ExitCode.OK;
  }
}
