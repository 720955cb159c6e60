package org.motifworks.interpret.match;

import java.util.List;
import org.motifworks.contracts.matching.MatchingResult.RejectedMotif;
import org.motifworks.core.match.MotifDatabase;
import org.motifworks.core.motif.io.MotifFile;
import org.motifworks.core.motif.io.MotifFiles;
import org.motifworks.core.motif.io.MotifFormatException;
import org.motifworks.kit.problem.Problem;

/** Motifs that a request brings as text, of any format that is read. */
public final class PastedMotifs {
  private static final String ACTION =
      "Correct that line. Read are MEME, JASPAR, TRANSFAC, HOMER, UniPROBE and plain matrices.";

  private PastedMotifs() {}

  /**
   * Motifs to look for. Those that cannot be used are told in the answer, unless it is all.
   *
   * @throws Problem with the reader's code (422), naming motif and line
   */
  public static NamedMotifs queries(MotifSource source) {
    MotifFile file = read(source, "queries");
    List<RejectedMotif> rejected =
        file.rejected().stream()
            .map(one -> new RejectedMotif(one.id(), one.line(), one.reason()))
            .toList();
    return named(source, file, rejected);
  }

  /**
   * Motifs to look among: all of them, since an E-value counts them.
   *
   * @throws Problem likewise, and for the first that cannot be used
   */
  public static NamedMotifs targets(MotifSource source) {
    MotifFile file = read(source, "targets");
    if (!file.rejected().isEmpty()) {
      var first = file.rejected().get(0);
      String detail = name(source) + " " + first.sentence();
      throw problem(first.code(), detail, first.line()).at("field", "targets");
    }
    return named(source, file, List.of());
  }

  private static NamedMotifs named(
      MotifSource source, MotifFile file, List<RejectedMotif> rejected) {
    return new NamedMotifs(
        MotifDatabase.of(name(source), file.motifs()), file.background(), rejected, List.of());
  }

  private static MotifFile read(MotifSource source, String field) {
    try {
      return MotifFiles.read(name(source), source.motifs());
    } catch (MotifFormatException e) {
      throw problem(e.code(), e.getMessage(), e.line()).at("field", field);
    }
  }

  private static String name(MotifSource source) {
    return source.name() == null ? "pasted motifs" : source.name();
  }

  private static Problem problem(String code, String detail, long line) {
    return new Problem(422, code, "A motif that cannot be read", detail, ACTION).at("line", line);
  }
}
