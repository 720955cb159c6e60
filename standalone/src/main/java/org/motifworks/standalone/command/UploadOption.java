package org.motifworks.standalone.command;

import picocli.CommandLine.Option;

/** Whether large files are sent or named. */
final class UploadOption {

  @Option(
      names = "--upload",
      description =
          "Sends the files. Without it the service reads them where they are, which must be in a"
              + " folder it may read: yours, or those of MOTIFWORKS_INPUT_FOLDERS.")
  private boolean upload;

  FileArguments files(Session session) {
    return upload ? FileArguments.sent() : FileArguments.named(session);
  }
}
