package org.motifworks.core.dataset;

import org.motifworks.core.motif.Strand;

/**
 * One line of {@code truth.tsv}: where a motif was embedded.
 *
 * @param row row of the split, 0-based
 * @param factor the transcription factor, which is also the class
 * @param motif the id of its matrix
 * @param strand the strand that reads as the matrix does
 * @param start first position on the forward strand, 0-based
 * @param end position after the last
 */
public record Placement(int row, String factor, String motif, Strand strand, int start, int end) {

  static final String HEADER = "row\tfactor\tmotif\tstrand\tstart\tend";

  String toLine() {
    return row + "\t" + factor + "\t" + motif + "\t" + strand.symbol() + "\t" + start + "\t" + end;
  }

  static Placement ofLine(String line) {
    String[] fields = line.split("\t", -1);
    if (fields.length != 6 || fields[3].length() != 1) {
      throw new IllegalArgumentException("six tab-separated fields expected");
    }
    return new Placement(
        Integer.parseInt(fields[0]),
        fields[1],
        fields[2],
        Strand.of(fields[3].charAt(0)),
        Integer.parseInt(fields[4]),
        Integer.parseInt(fields[5]));
  }
}
