package org.motifworks.core.motif.io;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import org.motifworks.core.motif.Background;
import org.motifworks.core.motif.Motif;

/**
 * MEME text format, minimal or full, version 4 or later, DNA only.
 *
 * <p>As the MEME Suite reads it: a column whose probabilities sum to within 1e-5 of 1 is taken as
 * it is, within 0.1 it is divided by its sum, further off the motif is rejected. {@code nsites} may
 * have a fraction; missing or zero it reads as 0, unknown.
 */
public final class MemeFormat {
  private MemeFormat() {}

  /**
   * Reads a file.
   *
   * @param source what errors call the text
   * @throws MotifFormatException with code {@code motif.not-meme}, {@code motif.alphabet}, {@code
   *     motif.background}, {@code motif.invalid-header}, {@code motif.truncated} or {@code
   *     motif.empty}, or the first rejected motif's when none can be used
   */
  public static MotifFile read(String source, Reader reader) throws IOException {
    return read(new NumberedLines(source, reader, Long.MAX_VALUE));
  }

  static MotifFile read(NumberedLines lines) throws IOException {
    return new MemeReader(lines).read();
  }

  /**
   * Writes minimal MEME text: the digits the motifs were read in, six decimals for others (the MEME
   * Suite's own), so that it reads back to the same printed digits.
   */
  public static void write(Background background, List<Motif> motifs, Appendable out)
      throws IOException {
    out.append("MEME version 4\n\nALPHABET= ACGT\n\nstrands: + -\n\n");
    out.append("Background letter frequencies\n");
    for (int nucleotide = 0; nucleotide < 4; nucleotide++) {
      out.append(nucleotide == 0 ? "" : " ").append("ACGT".charAt(nucleotide)).append(' ');
      out.append(Digits.decimal(background.frequency(nucleotide), 6));
    }
    out.append('\n');
    for (Motif motif : motifs) writeMotif(motif, out);
  }

  /** Writes motifs over a uniform background. */
  public static void write(List<Motif> motifs, Appendable out) throws IOException {
    write(Background.UNIFORM, motifs, out);
  }

  private static void writeMotif(Motif motif, Appendable out) throws IOException {
    out.append("\nMOTIF ").append(motif.id());
    if (!motif.name().isEmpty()) out.append(' ').append(motif.name());
    out.append("\nletter-probability matrix: alength= 4 w= ")
        .append(Integer.toString(motif.width()));
    // without nsites the reader's "unknown" comes back
    if (motif.sites() > 0) out.append(" nsites= ").append(Digits.shortest(motif.sites()));
    out.append(" E= ").append(Digits.shortest(motif.eValue())).append('\n');
    for (int position = 0; position < motif.width(); position++) {
      for (int nucleotide = 0; nucleotide < 4; nucleotide++) {
        out.append(' ').append(Values.probability(motif, position, nucleotide));
      }
      out.append('\n');
    }
  }
}
