package org.motifworks.standalone.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.motifworks.core.motif.io.MotifFile;
import org.motifworks.core.motif.io.MotifFileFormat;
import org.motifworks.core.motif.io.MotifFiles;
import org.motifworks.standalone.terminal.Amount;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes motifs in another format. */
@Command(
    name = "convert",
    description = "Writes motifs in another format.",
    footer = {
      "",
      "Numbers that were read keep their digits; those that are computed, such as probabilities of",
      "counts, have six decimals. A motif that cannot be used is told on standard error and left",
      "out, and the exit code is then 1.",
      "",
      "Examples:",
      "  ./motifworks motif convert found.motif --to meme > found.meme",
      "  ./motifworks motif convert jaspar2016 --to transfac --out jaspar2016.transfac",
      "  zcat matrices.txt.gz | ./motifworks motif convert - --from plain --to jaspar"
    })
final class MotifConvertCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private MotifInput input;

  @Option(
      names = "--to",
      paramLabel = "FORMAT",
      required = true,
      converter = MotifFormatOption.class,
      completionCandidates = MotifFormatOption.class,
      description = "The format to write: " + MotifFormatOption.WORDS + ".")
  private MotifFileFormat to;

  @Option(names = "--out", paramLabel = "FILE", description = "Where to. Default: standard output.")
  private Path out;

  MotifConvertCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    MotifFile file = input.read(session);
    TextOutput.write(
        session, out, text -> MotifFiles.write(to, file.background(), file.motifs(), text));
    session.remark(
        Amount.count(file.motifs().size())
            + " motifs from "
            + file.format().word()
            + " to "
            + to.word());
    return MotifInput.exitCode(file);
  }
}
