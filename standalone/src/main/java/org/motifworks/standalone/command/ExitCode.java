package org.motifworks.standalone.command;

/** What the process ends with; part of the interface for scripts, also told by {@code --help}. */
public final class ExitCode {

  public static final int OK = 0;

  /** The job itself failed or was cancelled, or something unforeseen happened. */
  public static final int FAILED = 1;

  /** The command line is wrong. */
  public static final int USAGE = 2;

  /** Motifworks does not run, or does not answer. */
  public static final int UNREACHABLE = 3;

  /** Refused: unknown name, missing file, invalid input. */
  public static final int REFUSED = 4;

  /** The service has a fault of its own. */
  public static final int SERVICE_FAULT = 5;

  private ExitCode() {}
}
