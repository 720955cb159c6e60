package org.motifworks.standalone.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.motifworks.core.logo.SequenceLogo;
import org.motifworks.core.motif.Motif;
import org.motifworks.core.motif.Strand;
import org.motifworks.core.motif.io.MotifFile;
import org.motifworks.standalone.terminal.Amount;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Draws motifs. */
@Command(
    name = "logo",
    description = "Draws motifs as sequence logos (SVG).",
    footer = {
      "",
      "Examples:",
      "  ./motifworks motif logo jaspar2016 --motif CTCF > ctcf.svg",
      "  ./motifworks motif logo filters.meme --out logos/        one file for each motif"
    })
final class MotifLogoCommand implements Callable<Integer> {

  private static final String SVG = ".svg";

  private final Session session;

  @Mixin private MotifInput input;

  @Option(
      names = "--motif",
      paramLabel = "ID",
      description = "Only the motifs of this id or name; repeatable.")
  private List<String> wanted = List.of();

  @Option(names = "--reverse-complement", description = "Draws them as on the other strand.")
  private boolean reverseComplement;

  @Option(
      names = "--out",
      paramLabel = "FILE|DIR",
      description =
          "A file that ends with .svg, for one motif, or a folder. Default: standard output, for"
              + " one motif.")
  private Path out;

  MotifLogoCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    MotifFile file = input.read(session);
    List<Motif> motifs = wanted.isEmpty() ? file.motifs() : chosen(file.motifs());
    boolean single = out == null || isSvg(out);
    if (single && motifs.size() > 1) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "One drawing for " + Amount.count(motifs.size()) + " motifs",
          "These are " + firstIds(motifs) + ".",
          "Name one with --motif ID, or a folder for all of them with --out DIR.");
    }
    if (single) {
      TextOutput.write(session, out, text -> text.append(svg(motifs.get(0))).append('\n'));
    } else {
      drawAll(motifs);
    }
    return MotifInput.exitCode(file);
  }

  private List<Motif> chosen(List<Motif> motifs) {
    List<Motif> chosen = new ArrayList<>();
    for (String word : wanted) {
      List<Motif> found =
          motifs.stream()
              .filter(motif -> motif.id().equals(word) || motif.name().equalsIgnoreCase(word))
              .toList();
      if (found.isEmpty()) {
        throw new CommandFailure(
            ExitCode.REFUSED,
            "No motif " + word,
            "There are " + Amount.count(motifs.size()) + ": " + firstIds(motifs) + ".",
            "");
      }
      for (Motif motif : found) if (!chosen.contains(motif)) chosen.add(motif);
    }
    return chosen;
  }

  private static String firstIds(List<Motif> motifs) {
    List<String> ids = motifs.stream().limit(5).map(MotifLogoCommand::label).toList();
    return String.join(", ", ids) + (motifs.size() > ids.size() ? ", …" : "");
  }

  private boolean isSvg(Path path) {
    return path.toString().toLowerCase(Locale.ROOT).endsWith(SVG) && !Files.isDirectory(path);
  }

  private void drawAll(List<Motif> motifs) throws IOException {
    Set<String> taken = new HashSet<>();
    for (Motif motif : motifs) {
      String plain = motif.id().replaceAll("[^A-Za-z0-9._-]", "-");
      String name = plain;
      // file systems that ignore case must not lose one
      for (int n = 2; !taken.add(name.toLowerCase(Locale.ROOT)); n++) name = plain + "-" + n;
      TextOutput.toFile(out.resolve(name + SVG), text -> text.append(svg(motif)).append('\n'));
    }
    session.remark(Amount.count(motifs.size()) + " logos in " + out);
  }

  private String svg(Motif motif) {
    Strand strand = reverseComplement ? Strand.REVERSE : Strand.FORWARD;
    return SequenceLogo.ofMotif(motif.matrix().onStrand(strand))
        .titled(label(motif) + (reverseComplement ? " (reverse complement)" : ""))
        .withAxis()
        .withPositions(1)
        .toSvg();
  }

  private static String label(Motif motif) {
    return motif.name().isEmpty() ? motif.id() : motif.id() + " " + motif.name();
  }
}
