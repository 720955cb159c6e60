package org.motifworks.data.deepsea;

import java.io.IOException;
import java.util.Arrays;
import org.motifworks.core.sequence.DnaAlphabet;
import org.motifworks.core.sequence.Nucleotide;
import org.motifworks.data.source.SourceProblem;

/**
 * From four channels of 0 and 1 to tokens: the channel that is 1 says the nucleotide, and none is
 * N. Takes the planes {@code position * 4 + channel} in any order, and the records that are kept.
 */
final class OneHotDecoder {

  private static final byte NOT_ONE_HOT = -1;

  private final byte[] tokenOf = new byte[16]; // by the channels as bits
  private final int[] kept;
  private final BlockSpool spool;
  private final String place;
  private byte[] tokens = new byte[0];

  /**
   * @param channels the nucleotides in the order of the channels, such as AGCT
   * @param kept records to be taken, ascending
   */
  OneHotDecoder(String channels, int[] kept, BlockSpool spool, String place) {
    this.kept = kept;
    this.spool = spool;
    this.place = place;
    Arrays.fill(tokenOf, NOT_ONE_HOT);
    tokenOf[0] = Nucleotide.N;
    for (int i = 0; i < 4; i++) tokenOf[1 << i] = DnaAlphabet.token(channels.charAt(i));
  }

  /** Decodes a cell of whole positions; see {@link org.motifworks.data.mat.MatArray}. */
  void cell(int firstPlane, int planes, int firstRecord, int records, byte[] bytes)
      throws IOException {
    int from = indexOf(firstRecord);
    int to = indexOf(firstRecord + records);
    int count = to - from;
    if (count == 0) return;
    if (tokens.length < count) tokens = new byte[count];
    for (int plane = 0; plane < planes; plane += 4) {
      int position = (firstPlane + plane) / 4;
      if (!decode(bytes, plane * records, records, firstRecord, from, count)) {
        throw notOneHot(bytes, plane * records, records, firstRecord, position, from, to);
      }
      spool.write(position, from, tokens, 0, count);
    }
  }

  private boolean decode(
      byte[] bytes, int offset, int records, int firstRecord, int from, int count) {
    int second = offset + records;
    int third = second + records;
    int fourth = third + records;
    int anyBit = 0;
    int anyToken = 0;
    for (int k = 0; k < count; k++) {
      int at = kept[from + k] - firstRecord;
      int a = bytes[offset + at];
      int b = bytes[second + at];
      int c = bytes[third + at];
      int d = bytes[fourth + at];
      anyBit |= a | b | c | d;
      byte token = tokenOf[(a | b << 1 | c << 2 | d << 3) & 15];
      anyToken |= token;
      tokens[k] = token;
    }
    return (anyBit & ~1) == 0 && anyToken >= 0;
  }

  private SourceProblem notOneHot(
      byte[] bytes, int offset, int records, int firstRecord, int position, int from, int to) {
    for (int k = from; k < to; k++) {
      int[] channels = new int[4];
      int sum = 0;
      for (int i = 0; i < 4; i++) {
        channels[i] = bytes[offset + i * records + kept[k] - firstRecord] & 0xff;
        sum += channels[i];
      }
      if (sum <= 1) continue;
      return new SourceProblem(
          "deepsea.not-one-hot",
          place
              + ": sequence "
              + kept[k]
              + ", position "
              + position
              + " (both from 0) has the channels "
              + Arrays.toString(channels)
              + ".",
          "One of the four channels is 1 and the others 0; all are 0 where the nucleotide is not"
              + " known.");
    }
    throw new IllegalStateException("nothing is wrong with position " + position);
  }

  /** How many of the kept records come before {@code record}. */
  private int indexOf(int record) {
    int index = Arrays.binarySearch(kept, record);
    return index >= 0 ? index : -index - 1;
  }
}
