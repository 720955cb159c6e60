package org.motifworks.core.motif.io;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.motifworks.core.motif.Background;
import org.motifworks.core.motif.Motif;

/** What a reader has found so far. */
final class ReadMotifs {
  private static final int TOLD = 3;

  private final List<Motif> motifs = new ArrayList<>();
  private final List<RejectedMotif> rejected = new ArrayList<>();

  void add(Motif motif) {
    motifs.add(motif);
  }

  void reject(String id, UnusableMotif reason) {
    rejected.add(reason.of(id));
  }

  /** A name for a motif that has none: its number in the file. */
  String nextId() {
    return "motif-" + (motifs.size() + rejected.size() + 1);
  }

  /**
   * The file, once its end is reached.
   *
   * @throws MotifFormatException when no motif of it can be used
   */
  MotifFile file(MotifFileFormat format, Background background, NumberedLines lines) {
    if (motifs.isEmpty() && rejected.isEmpty()) {
      throw lines.error("motif.empty", "no motif in it");
    }
    if (motifs.isEmpty()) {
      RejectedMotif first = rejected.get(0);
      String reasons =
          rejected.stream()
              .limit(TOLD)
              .map(RejectedMotif::sentence)
              .collect(Collectors.joining("; "))
              .substring(("line " + first.line() + ": ").length());
      int more = rejected.size() - TOLD;
      throw new MotifFormatException(
          first.code(),
          lines.source(),
          first.line(),
          reasons + (more > 0 ? "; and " + more + " more; none of its motifs can be used" : ""));
    }
    return new MotifFile(format, background, motifs, rejected);
  }
}
