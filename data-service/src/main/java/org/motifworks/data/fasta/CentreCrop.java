package org.motifworks.data.fasta;

import java.util.Arrays;
import java.util.OptionalInt;
import org.motifworks.core.sequence.Nucleotide;
import org.motifworks.core.sequence.SequenceRecord;
import org.motifworks.data.source.SourceProblem;

/**
 * Brings every sequence to one length: the window asked for, cut about the centre, or else the
 * length of the first sequence, which all others must have too.
 */
final class CentreCrop {

  private final boolean asked;
  private int window;
  private String first = "";

  CentreCrop(OptionalInt window) {
    this.asked = window.isPresent();
    this.window = window.orElse(0);
  }

  /** Length of every sequence in nt; 0 before the first when none was asked for. */
  int window() {
    return window;
  }

  /**
   * The middle of the record; of an odd remainder the longer part is lost at the end.
   *
   * @throws RecordProblem {@code fasta.too-short}
   * @throws SourceProblem {@code fasta.length-differs} when no window says which length is meant
   */
  byte[] of(SequenceRecord record, String file) throws RecordProblem {
    if (window == 0) {
      window = record.length();
      first = record.id() + " in " + file;
    }
    if (record.length() == window) return record.tokens();
    if (!asked) {
      throw new SourceProblem(
          "fasta.length-differs",
          file
              + ", record "
              + record.id()
              + " has "
              + record.length()
              + " nt, but "
              + first
              + " has "
              + window
              + ".",
          "Give a \"window\" to cut all sequences to.");
    }
    if (record.length() < window) {
      throw new RecordProblem(
          "fasta.too-short",
          file
              + ", record "
              + record.id()
              + " has "
              + record.length()
              + " nt, the window "
              + window
              + ".",
          "Choose a smaller window, or import with onInvalid=skip.");
    }
    int from = (record.length() - window) / 2;
    return Arrays.copyOfRange(record.tokens(), from, from + window);
  }

  /** Length of the longest stretch of N in nt. */
  static int longestNRun(byte[] tokens) {
    int longest = 0;
    int run = 0;
    for (byte token : tokens) {
      run = token == Nucleotide.N ? run + 1 : 0;
      if (run > longest) longest = run;
    }
    return longest;
  }
}
