package org.motifworks.standalone.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.motifworks.core.motif.Motif;
import org.motifworks.core.motif.MotifClip;
import org.motifworks.core.motif.MotifSpan;
import org.motifworks.core.motif.io.MotifFile;
import org.motifworks.core.motif.io.MotifFileFormat;
import org.motifworks.core.motif.io.MotifFiles;
import org.motifworks.standalone.terminal.Amount;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Cuts uninformative ends off motifs. */
@Command(
    name = "trim",
    description = "Cuts uninformative ends off motifs.",
    footer = {
      "",
      "Rules:",
      "  bits       from the first to the last column of more than --bits information, and --padding",
      "             columns on either side. The default, with the 0.5 bits and 3 columns of Koo and",
      "             Eddy's code, so that a trimmed filter is what a model's filters are matched as.",
      "             A motif without such a column is told on standard error and left out.",
      "  sharpened  the same span of exp(3 p / max p), renormalised (their earlier rule, which made",
      "             Table 1); keeps more of a weak motif, and all of one without such a column.",
      "",
      "Examples:",
      "  ./motifworks motif trim filters.meme --out trimmed.meme",
      "  ./motifworks motif trim jaspar --bits 1 --padding 0 --to meme"
    })
final class MotifTrimCommand implements Callable<Integer> {

  enum Rule {
    bits,
    sharpened
  }

  private final Session session;

  @Mixin private MotifInput input;

  @Option(
      names = "--rule",
      paramLabel = "bits|sharpened",
      defaultValue = "bits",
      description = "What to keep. Default: ${DEFAULT-VALUE}.")
  private Rule rule;

  @Option(
      names = "--bits",
      paramLabel = "N",
      description = "The information, 0 to 2, a column must exceed. Default: 0.5.")
  private Double bits;

  @Option(
      names = "--padding",
      paramLabel = "N",
      description = "How many more columns are kept on either side. Default: 3.")
  private Integer padding;

  @Option(
      names = "--to",
      paramLabel = "FORMAT",
      converter = MotifFormatOption.class,
      completionCandidates = MotifFormatOption.class,
      description = "The format to write. Default: that of the input.")
  private MotifFileFormat to;

  @Option(names = "--out", paramLabel = "FILE", description = "Where to. Default: standard output.")
  private Path out;

  MotifTrimCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    check();
    MotifFile file = input.read(session);
    List<Motif> trimmed = new ArrayList<>();
    int shorter = 0;
    for (Motif motif : file.motifs()) {
      Optional<MotifSpan> span = span(motif);
      if (span.isEmpty()) {
        session.terminal().err().println("warning: nothing is left of motif " + motif.id());
        continue;
      }
      Motif part = motif.slice(span.get());
      if (part.width() < motif.width()) shorter++;
      trimmed.add(part);
    }
    if (trimmed.isEmpty()) {
      throw new CommandFailure(
          ExitCode.REFUSED,
          "Nothing is left",
          "No motif has a column of more than " + bits() + " bits.",
          "Choose fewer --bits, or --rule sharpened.");
    }
    MotifFileFormat format = to == null ? file.format() : to;
    TextOutput.write(
        session, out, text -> MotifFiles.write(format, file.background(), trimmed, text));
    session.remark(
        Amount.count(file.motifs().size())
            + " motifs, "
            + Amount.count(shorter)
            + " trimmed, "
            + Amount.count(file.motifs().size() - trimmed.size())
            + " without anything left");
    return MotifInput.exitCode(file);
  }

  private void check() {
    if (rule == Rule.sharpened && (bits != null || padding != null)) {
      throw usage("--rule sharpened has its own --bits and --padding (0.5 and 3).");
    }
    if (!(bits() >= 0 && bits() < 2)) throw usage("--bits is from 0 to below 2, not " + bits + ".");
    if (padding() < 0) throw usage("--padding is at least 0, not " + padding + ".");
  }

  private static CommandFailure usage(String detail) {
    return new CommandFailure(
        ExitCode.USAGE, "A wrong option", detail, "./motifworks motif trim --help explains it.");
  }

  private Optional<MotifSpan> span(Motif motif) {
    return rule == Rule.sharpened
        ? Optional.of(MotifClip.SHARPENED.span(motif.matrix()))
        : motif.matrix().informativeSpan(bits(), padding());
  }

  private double bits() {
    return bits == null ? MotifClip.BITS : bits;
  }

  private int padding() {
    return padding == null ? MotifClip.PADDING : padding;
  }
}
