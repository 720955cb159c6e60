package org.motifworks.core.motif.io;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.motifworks.core.motif.Background;
import org.motifworks.core.motif.Motif;

/**
 * UniPROBE's matrices: a line {@code Protein: name ...} (or any line of text), then the
 * probabilities of A, C, G and T as rows {@code A: 0.2 0.9 ...}.
 *
 * <p>The first word of the name is the motif's id. Files with several sections give the matrix of
 * their "Probability matrix"; the others (enrichment, energy, reverse complement) are passed over.
 */
final class UniProbeFormat {
  static final Pattern ROW = Pattern.compile("([ACGTU]):(?:\\s+(\\S.*))?");

  private static final Pattern PROTEIN =
      Pattern.compile("(?:Protein|Gene|#)\\s*:?\\s*([^\\t]*?)(?:\\s+Seed k-mer:.*|\\t.*)?");
  private static final Pattern SECTION = Pattern.compile(".*\\bmatrix\\b.*");

  private final NumberedLines lines;
  private final ReadMotifs motifs = new ReadMotifs();
  private String title = "";
  private boolean otherSection;

  private UniProbeFormat(NumberedLines lines) {
    this.lines = lines;
  }

  static MotifFile read(NumberedLines lines) throws IOException {
    return new UniProbeFormat(lines).read();
  }

  private MotifFile read() throws IOException {
    while (lines.current() != null) {
      String line = lines.current();
      if (ROW.matcher(line).matches()) {
        readMotif();
      } else {
        if (!line.isEmpty()) readText(line);
        lines.advance();
      }
    }
    return motifs.file(MotifFileFormat.UNIPROBE, Background.UNIFORM, lines);
  }

  private void readText(String line) {
    String lower = line.toLowerCase(Locale.ROOT);
    if (SECTION.matcher(lower).matches()) {
      otherSection = !lower.startsWith("probability");
      return;
    }
    Matcher protein = PROTEIN.matcher(line);
    if (protein.matches()) {
      title = protein.group(1);
      otherSection = false;
    } else if (title.isEmpty()) {
      title = line;
    }
  }

  private void readMotif() throws IOException {
    Header header = Header.ofWords(title.isEmpty() ? motifs.nextId() : title);
    NumberTable rows = new NumberTable();
    try {
      for (int nucleotide = 0; nucleotide < 4; nucleotide++) {
        String numbers = row("ACGT".charAt(nucleotide), header.id());
        if (!otherSection) rows.add(lines, numbers);
        lines.advance();
        if (nucleotide < 3) lines.skipBlank();
      }
      if (!otherSection)
        motifs.add(rows.transposed().countsOrProbabilities(header.id(), header.name()));
    } catch (UnusableMotif e) {
      motifs.reject(header.id(), e);
      while (lines.current() != null && ROW.matcher(lines.current()).matches()) lines.advance();
    }
    if (!otherSection) title = "";
  }

  private String row(char letter, String id) {
    if (lines.current() == null) {
      throw lines.error("motif.truncated", "motif " + id + " has no row for " + letter);
    }
    Matcher row = ROW.matcher(lines.current());
    if (!row.matches() || row.group(1).charAt(0) != letter) {
      if (row.matches() && row.group(1).equals("U")) {
        throw lines.error("motif.alphabet", "RNA motif " + id + ": only DNA motifs are read");
      }
      throw lines.unusable("motif.invalid-row", "it has no row for " + letter);
    }
    if (row.group(2) == null) {
      throw lines.unusable("motif.invalid-row", "the row of " + letter + " is empty");
    }
    return row.group(2);
  }

  /** Writes motifs in the digits they were read in. */
  static void write(List<Motif> motifs, Appendable out) throws IOException {
    String gap = "";
    for (Motif motif : motifs) {
      out.append(gap).append("Protein: ").append(motif.id());
      if (!motif.name().isEmpty()) out.append(' ').append(motif.name());
      out.append('\n');
      for (int nucleotide = 0; nucleotide < 4; nucleotide++) {
        out.append("ACGT".charAt(nucleotide)).append(':');
        for (int position = 0; position < motif.width(); position++) {
          out.append('\t').append(Values.probability(motif, position, nucleotide));
        }
        out.append('\n');
      }
      gap = "\n";
    }
  }
}
