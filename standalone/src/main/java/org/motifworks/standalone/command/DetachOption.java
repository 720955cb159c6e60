package org.motifworks.standalone.command;

import picocli.CommandLine.Option;

/** Whether to stay with a job. */
final class DetachOption {

  @Option(names = "--detach", description = "Returns at once; the job goes on.")
  private boolean detach;

  boolean detach() {
    return detach;
  }
}
