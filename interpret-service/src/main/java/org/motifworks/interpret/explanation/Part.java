package org.motifworks.interpret.explanation;

import java.util.Arrays;

/**
 * The part of a sequence that lies in one window of the model.
 *
 * @param start in the sequence, 0-based
 * @param end behind its last letter
 * @param window tokens as the model takes them, shape {@code [window]}
 * @param padding how many N come before the part in its window
 */
@SuppressWarnings("ArrayRecordComponent") // short-lived, never compared
public record Part(int start, int end, byte[] window, int padding) {

  public int length() {
    return end - start;
  }

  /** Its letters as tokens, shape {@code [length]}. */
  byte[] tokens() {
    return own(window);
  }

  /** What of a row of the window's positions is the part's. */
  byte[] own(byte[] values) {
    return Arrays.copyOfRange(values, padding, padding + length());
  }

  /** Likewise of a matrix with a row a position. */
  double[][] own(double[][] rows) {
    return Arrays.copyOfRange(rows, padding, padding + length());
  }
}
