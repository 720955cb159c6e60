package org.motifworks.core.motif.io;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Locale;
import org.motifworks.core.motif.Background;
import org.motifworks.core.motif.Motif;

/**
 * MEME text format, minimal or full, version 4 or later, DNA only.
 *
 * <p>As the MEME Suite reads it: a column whose probabilities sum to within 1e-5 of 1 is taken as
 * it is, within 0.1 it is divided by its sum, further off it is an error. Missing or zero {@code
 * nsites} reads as 0, unknown.
 */
public final class MemeFormat {
  private MemeFormat() {}

  /**
   * Reads a file.
   *
   * @param source what errors call the text
   * @throws MotifFormatException with code {@code motif.not-meme}, {@code motif.alphabet}, {@code
   *     motif.background}, {@code motif.column-sum}, {@code motif.invalid-column}, {@code
   *     motif.invalid-number}, {@code motif.invalid-header}, {@code motif.truncated} or {@code
   *     motif.empty}
   */
  public static MotifFile read(String source, Reader reader) throws IOException {
    return new MemeReader(source, reader).read();
  }

  /** Writes minimal MEME text: six decimals, so that it reads back to the same printed digits. */
  public static void write(MotifFile file, Appendable out) throws IOException {
    Background b = file.background();
    out.append("MEME version 4\n\nALPHABET= ACGT\n\nstrands: + -\n\n");
    out.append("Background letter frequencies\n");
    out.append(
        String.format(Locale.ROOT, "A %.6f C %.6f G %.6f T %.6f%n", b.a(), b.c(), b.g(), b.t())
            .replace("\r", ""));
    for (Motif motif : file.motifs()) writeMotif(motif, out);
  }

  /** Writes motifs over a uniform background. */
  public static void write(List<Motif> motifs, Appendable out) throws IOException {
    write(new MotifFile(Background.UNIFORM, motifs), out);
  }

  private static void writeMotif(Motif motif, Appendable out) throws IOException {
    out.append("\nMOTIF ").append(motif.id());
    if (!motif.name().isEmpty()) out.append(' ').append(motif.name());
    out.append("\nletter-probability matrix: alength= 4 w= ")
        .append(Integer.toString(motif.width()));
    // without nsites the reader's "unknown" comes back
    if (motif.sites() > 0) out.append(" nsites= ").append(Integer.toString(motif.sites()));
    out.append(" E= ").append(shortest(motif.eValue())).append('\n');
    for (double[] row : motif.matrix().rounded().rows()) {
      for (double p : row) out.append(String.format(Locale.ROOT, " %.6f", p));
      out.append('\n');
    }
  }

  private static String shortest(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
