package org.motifworks.data.fasta;

import java.util.SplittableRandom;

/** FASTA text of random sequences. */
final class RandomFasta {

  private RandomFasta() {}

  static String of(String prefix, int records, int length, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < records; i++) {
      text.append('>').append(prefix).append(i).append('\n').append(sequence(random, length));
      text.append('\n');
    }
    return text.toString();
  }

  /** Records on chromosomes chr1 to chr{@code chromosomes} in turn. */
  static String onChromosomes(int chromosomes, int records, int length, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < records; i++) {
      text.append(">chr").append(i % chromosomes + 1).append(':');
      text.append(i * 1000).append('-').append(i * 1000 + length).append('\n');
      text.append(sequence(random, length)).append('\n');
    }
    return text.toString();
  }

  static String sequence(SplittableRandom random, int length) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < length; i++) letters.append("ACGT".charAt(random.nextInt(4)));
    return letters.toString();
  }
}
