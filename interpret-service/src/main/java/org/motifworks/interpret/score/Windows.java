package org.motifworks.interpret.score;

import java.util.Arrays;
import java.util.OptionalInt;
import org.motifworks.core.sequence.Nucleotide;

/**
 * Where the windows of a sequence lie: at 0, stride, 2 stride and so on; where they leave a rest,
 * one more ends with the sequence. So a stride up to the window's length leaves nothing out. A
 * sequence shorter than the window has one, filled up with N on both sides, the odd one at the end.
 */
public final class Windows {
  private final int window;
  private final int stride;

  /**
   * @param window the model's, nt
   * @param stride nt from one to the next; the window's length when absent
   */
  public Windows(int window, OptionalInt stride) {
    this.window = window;
    this.stride = stride.orElse(window);
  }

  /** How many a sequence of that length has, 1 at least. */
  public long count(int length) {
    return length <= window ? 1 : 1 + (length - window + stride - 1L) / stride;
  }

  /** Whether the window at {@code start} is the last. */
  public boolean isLast(int start, int length) {
    return (long) start + window >= length;
  }

  /** Where the window behind the one at {@code start}, which is not the last, begins. */
  public int next(int start, int length) {
    return (int) Math.min((long) start + stride, length - window);
  }

  /** Where the window at {@code start} ends in the sequence, behind its last letter. */
  public int end(int start, int length) {
    return (int) Math.min((long) start + window, length);
  }

  /** How many N come before a sequence of that length. */
  public int padding(int length) {
    return Math.max(0, window - length) / 2;
  }

  /** Writes a window to {@code row}, which is as long. */
  public void cut(byte[] tokens, int start, byte[] row) {
    if (tokens.length >= window) {
      System.arraycopy(tokens, start, row, 0, window);
      return;
    }
    Arrays.fill(row, Nucleotide.N);
    System.arraycopy(tokens, 0, row, padding(tokens.length), tokens.length);
  }
}
