package org.motifworks.core.motif.io;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.motifworks.core.motif.Background;
import org.motifworks.core.motif.Motif;
import org.motifworks.core.motif.PositionProbabilityMatrix;

/**
 * HOMER's {@code .motif}: a line {@code >CONSENSUS, name, log-odds threshold, ...} separated by
 * tabs, then a row of four probabilities (A C G T) for each position.
 *
 * <p>The first word of the name is the motif's id, or the consensus where there is no name; sites
 * are the sequences found to have it ({@code T:22.0(0.63%)}), where they are told. What follows the
 * threshold is otherwise not kept.
 */
final class HomerFormat {
  private static final Pattern TARGETS = Pattern.compile("(?:^|,)T:(\\d+(?:\\.\\d+)?)");
  private static final double SHARE_OF_BEST = 0.8;

  private HomerFormat() {}

  static MotifFile read(NumberedLines lines) throws IOException {
    ReadMotifs motifs = new ReadMotifs();
    lines.skipBlank();
    while (lines.current() != null) {
      Header.of(lines); // or no motif begins here
      String[] fields = lines.current().substring(1).strip().split("\t");
      Header header = Header.ofWords(fields.length > 1 ? fields[1] : fields[0]);
      try {
        motifs.add(readMotif(lines, fields, header));
      } catch (UnusableMotif e) {
        motifs.reject(header.id(), e);
        while (lines.current() != null && !lines.current().startsWith(">")) lines.advance();
      }
    }
    return motifs.file(MotifFileFormat.HOMER, Background.UNIFORM, lines);
  }

  private static Motif readMotif(NumberedLines lines, String[] fields, Header header)
      throws IOException {
    UnusableMotif none = lines.unusable("motif.truncated", "it has no rows");
    lines.advance();
    NumberTable positions = new NumberTable();
    for (; lines.current() != null && !lines.current().startsWith(">"); lines.advance()) {
      if (!lines.current().isEmpty()) positions.add(lines, lines.current());
    }
    if (positions.rows() == 0) throw none;
    Motif motif = positions.probabilities(header.id(), header.name());
    if (fields.length > 5) motif = motif.withSites(sites(fields[5]));
    if (fields.length < 3) return motif;
    double threshold = lines.number(fields[2].strip());
    return Double.isFinite(threshold) ? motif.withScoreThreshold(threshold) : motif;
  }

  private static double sites(String occurrences) {
    Matcher targets = TARGETS.matcher(occurrences.strip());
    return targets.find() ? Double.parseDouble(targets.group(1)) : 0;
  }

  /**
   * Writes motifs in the digits they were read in. A motif without a threshold gets 0.8 of the best
   * score a site can have.
   */
  static void write(List<Motif> motifs, Appendable out) throws IOException {
    for (Motif motif : motifs) {
      PositionProbabilityMatrix matrix = motif.matrix();
      if (!matrix.isPrinted()) matrix = matrix.rounded(); // the consensus of what is printed
      out.append('>').append(IupacCode.consensus(matrix)).append('\t').append(motif.id());
      if (!motif.name().isEmpty()) out.append(' ').append(motif.name());
      out.append('\t').append(threshold(motif));
      if (motif.sites() > 0) {
        out.append("\t0\t0\tT:").append(Digits.decimal(motif.sites(), 1));
      }
      out.append('\n');
      for (int position = 0; position < motif.width(); position++) {
        for (int nucleotide = 0; nucleotide < 4; nucleotide++) {
          out.append(nucleotide == 0 ? "" : "\t");
          out.append(Values.probability(motif, position, nucleotide));
        }
        out.append('\n');
      }
    }
  }

  private static String threshold(Motif motif) {
    return motif.scoreThreshold().isPresent()
        ? Digits.decimal(motif.scoreThreshold().getAsDouble(), 6)
        : Digits.sixDecimals(SHARE_OF_BEST * bestScore(motif.matrix()));
  }

  private static double bestScore(PositionProbabilityMatrix matrix) {
    double score = 0;
    for (double[] row : matrix.rows()) {
      double best = Math.max(Math.max(row[0], row[1]), Math.max(row[2], row[3]));
      score += Math.log(best / 0.25);
    }
    return score;
  }
}
