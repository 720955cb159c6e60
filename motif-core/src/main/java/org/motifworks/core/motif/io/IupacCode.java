package org.motifworks.core.motif.io;

import org.motifworks.core.motif.PositionProbabilityMatrix;

/**
 * The IUPAC letter of a position by the rules of Cavener (1987, Nucleic Acids Research 15:1353),
 * which TRANSFAC uses: one nucleotide when it has more than half and more than twice the second,
 * else two when they have more than three quarters, else three when the fourth never occurs, else
 * N.
 */
final class IupacCode {
  // index: bit 0 A, 1 C, 2 G, 3 T
  private static final String LETTERS = "-ACMGRSVTWYHKDBN";

  private IupacCode() {}

  static char letter(PositionProbabilityMatrix matrix, int position) {
    int[] order = {0, 1, 2, 3};
    for (int i = 1; i < 4; i++) {
      for (int j = i;
          j > 0 && p(matrix, position, order[j]) > p(matrix, position, order[j - 1]);
          j--) {
        int larger = order[j];
        order[j] = order[j - 1];
        order[j - 1] = larger;
      }
    }
    double first = p(matrix, position, order[0]);
    double second = p(matrix, position, order[1]);
    int letters;
    if (first > 0.5 && first > 2 * second) letters = 1;
    else if (first + second > 0.75) letters = 2;
    else if (p(matrix, position, order[3]) == 0) letters = 3;
    else letters = 4;
    int set = 0;
    for (int i = 0; i < letters; i++) set |= 1 << order[i];
    return LETTERS.charAt(set);
  }

  static String consensus(PositionProbabilityMatrix matrix) {
    StringBuilder letters = new StringBuilder(matrix.width());
    for (int position = 0; position < matrix.width(); position++) {
      letters.append(letter(matrix, position));
    }
    return letters.toString();
  }

  private static double p(PositionProbabilityMatrix matrix, int position, int nucleotide) {
    return matrix.probability(position, nucleotide);
  }
}
