package org.motifworks.core.motif.io;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.motifworks.core.motif.Background;
import org.motifworks.core.motif.Motif;

/**
 * TRANSFAC's flat file: records of lines with a tag of two letters, ended by {@code //}; after
 * {@code P0} (or {@code PO}) a row of counts for each position, {@code 01 4 0 1 3 A}.
 *
 * <p>The id is {@code AC}, or {@code ID} or {@code NA} where there is none; the name {@code NA}, or
 * {@code ID}. Counts may have fractions. The consensus letter of a row is recomputed when written.
 */
final class TransfacFormat {
  static final Pattern MATRIX = Pattern.compile("P[0O]\\s+\\S.*");

  private static final Pattern ROW = Pattern.compile("\\d+\\s.*");

  private final NumberedLines lines;
  private final ReadMotifs motifs = new ReadMotifs();
  private String accession = "";
  private String identifier = "";
  private String name = "";
  private NumberTable counts = new NumberTable();
  private long recordLine;
  private boolean rowsEnded;
  private UnusableMotif fault;

  private TransfacFormat(NumberedLines lines) {
    this.lines = lines;
  }

  static MotifFile read(NumberedLines lines) throws IOException {
    return new TransfacFormat(lines).read();
  }

  private MotifFile read() throws IOException {
    recordLine = lines.number();
    for (; lines.current() != null; lines.advance()) readLine(lines.current());
    if (counts.rows() > 0 && !rowsEnded) {
      throw lines.error("motif.truncated", "the last motif's rows are not ended by XX or //");
    }
    endRecord();
    return motifs.file(MotifFileFormat.TRANSFAC, Background.UNIFORM, lines);
  }

  private void readLine(String line) {
    String value = line.length() > 2 ? line.substring(2).strip() : "";
    if (line.startsWith("//")) {
      endRecord();
    } else if (line.startsWith("AC ") || line.startsWith("AC\t")) {
      accession = value;
    } else if (line.startsWith("ID ") || line.startsWith("ID\t")) {
      identifier = value;
    } else if (line.startsWith("NA ") || line.startsWith("NA\t")) {
      name = value;
    } else if (MATRIX.matcher(line).matches()) {
      requireDna(value);
    } else if (ROW.matcher(line).matches()) {
      readRow(line);
    } else {
      rowsEnded = true; // XX, or a tag that says nothing about the matrix
    }
  }

  private void requireDna(String letters) {
    String found = letters.replaceAll("\\s+", "").toUpperCase(Locale.ROOT);
    if (found.equals("ACGT")) return;
    String kind = found.equals("ACGU") ? "RNA" : "unknown";
    throw lines.error(
        "motif.alphabet", kind + " alphabet '" + letters + "': only DNA motifs (A C G T) are read");
  }

  private void readRow(String line) {
    if (fault != null) return;
    String row = line.replaceFirst("^\\d+\\s+", "").replaceFirst("\\s+[A-Za-z]$", "");
    try {
      rowsEnded = false;
      counts.add(lines, row);
    } catch (UnusableMotif e) {
      fault = e;
    }
  }

  private void endRecord() {
    String id = !accession.isEmpty() ? accession : !identifier.isEmpty() ? identifier : name;
    boolean named = !id.isEmpty();
    if (named || counts.rows() > 0 || fault != null) {
      String label = name.isEmpty() ? identifier : name;
      id = named ? Header.ofWords(id).id() : motifs.nextId();
      try {
        if (fault != null) throw fault;
        if (counts.rows() == 0) {
          throw new UnusableMotif("motif.truncated", recordLine, "it has no rows of counts");
        }
        motifs.add(counts.countsOrProbabilities(id, label.equals(id) ? "" : label));
      } catch (UnusableMotif e) {
        motifs.reject(id, e);
      }
    }
    accession = "";
    identifier = "";
    name = "";
    counts = new NumberTable();
    fault = null;
    recordLine = lines.number() + 1;
  }

  /**
   * Writes motifs with their counts; a motif without counts is written as its probabilities times
   * its sites, or as its probabilities when these are unknown.
   */
  static void write(List<Motif> motifs, Appendable out) throws IOException {
    for (Motif motif : motifs) {
      out.append("AC  ").append(motif.id()).append("\nXX\nID  ").append(motif.id());
      if (!motif.name().isEmpty()) out.append("\nXX\nNA  ").append(motif.name());
      out.append("\nXX\nP0\tA\tC\tG\tT\n");
      for (int position = 0; position < motif.width(); position++) {
        out.append(String.format(Locale.ROOT, "%02d", position + 1));
        for (int nucleotide = 0; nucleotide < 4; nucleotide++) {
          out.append('\t').append(Values.count(motif, position, nucleotide));
        }
        out.append('\t').append(IupacCode.letter(motif.matrix(), position)).append('\n');
      }
      out.append("XX\n//\n");
    }
  }
}
