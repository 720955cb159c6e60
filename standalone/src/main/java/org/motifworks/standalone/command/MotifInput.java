package org.motifworks.standalone.command;

import java.io.IOException;
import java.util.Optional;
import org.motifworks.core.motif.io.MotifFile;
import org.motifworks.core.motif.io.MotifFileFormat;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which motifs a command works on. */
final class MotifInput {

  @Parameters(index = "0", paramLabel = "INPUT", description = MotifSource.DESCRIPTION)
  private String input;

  @Option(
      names = "--from",
      paramLabel = "FORMAT",
      converter = MotifFormatOption.class,
      completionCandidates = MotifFormatOption.class,
      description = "Its format: " + MotifFormatOption.WORDS + ". Default: known by its content.")
  private MotifFileFormat from;

  MotifFile read(Session session) throws IOException {
    return MotifSource.read(session, input, Optional.ofNullable(from));
  }

  /** As for other batches: 1 when something was left out, which has been told. */
  static int exitCode(MotifFile file) {
    return file.rejected().isEmpty() ? ExitCode.OK : ExitCode.FAILED;
  }
}
