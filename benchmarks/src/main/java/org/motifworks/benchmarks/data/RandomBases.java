package org.motifworks.benchmarks.data;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/** Bases for measuring, always the same. */
final class RandomBases {
  private static final long SEED = 2019;

  private RandomBases() {}

  /** Upper-case A, C, G, T. */
  static byte[] letters(int count) {
    SplittableRandom random = new SplittableRandom(SEED);
    byte[] letters = new byte[count];
    for (int i = 0; i < count; i++) letters[i] = (byte) "ACGT".charAt(random.nextInt(4));
    return letters;
  }

  /** The same as tokens 0 to 3. */
  static byte[] tokens(int count) {
    byte[] tokens = letters(count);
    for (int i = 0; i < count; i++) tokens[i] = (byte) "ACGT".indexOf(tokens[i]);
    return tokens;
  }

  /** FASTA of records of {@code length}, which divides {@code count}, in lines of {@code line}. */
  static byte[] fasta(int count, int length, int line) {
    byte[] letters = letters(count);
    ByteArrayOutputStream text = new ByteArrayOutputStream(count + count / 8);
    for (int from = 0; from < count; from += length) {
      text.writeBytes((">peak_" + from + " random\n").getBytes(StandardCharsets.US_ASCII));
      for (int at = from; at < from + length; at += line) {
        text.write(letters, at, Math.min(line, from + length - at));
        text.write('\n');
      }
    }
    return text.toByteArray();
  }
}
