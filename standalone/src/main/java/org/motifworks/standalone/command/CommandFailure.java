package org.motifworks.standalone.command;

/**
 * The command cannot do what it was asked for: told in plain words, without a stack trace.
 *
 * <p>Title: what is wrong. Detail (the message): where and why. Action: what to do.
 */
public final class CommandFailure extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int exitCode;
  private final String title;
  private final String action;

  public CommandFailure(int exitCode, String title, String detail, String action) {
    super(detail);
    this.exitCode = exitCode;
    this.title = title;
    this.action = action;
  }

  /** Scores that ended without the line that counts them. */
  static CommandFailure scoresCutOff() {
    return new CommandFailure(
        ExitCode.SERVICE_FAULT,
        "The answer was cut off",
        "Its last line, the count, is missing; what came before it is right.",
        "Score again; ./motifworks logs interpret-service may say why.");
  }

  int exitCode() {
    return exitCode;
  }

  String title() {
    return title;
  }

  String action() {
    return action;
  }
}
