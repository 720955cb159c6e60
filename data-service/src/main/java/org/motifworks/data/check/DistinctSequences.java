package org.motifworks.data.check;

import java.util.Arrays;
import org.motifworks.core.sequence.ContentKey;

/**
 * Every different sequence of an import, with its labels, in about 40 bytes each: a hash table in
 * plain arrays, since fifty million boxed entries would not fit.
 */
public final class DistinctSequences {

  private static final int MOST = 1 << 29;

  private long[] high = new long[1 << 12];
  private long[] low = new long[1 << 12];
  private int[] labels = filled(1 << 12);
  private boolean[] written = new boolean[1 << 12];
  private int size;

  /** How many different sequences there are. */
  public int size() {
    return size;
  }

  public boolean contains(ContentKey key) {
    return labels[slot(key.high(), key.low())] >= 0;
  }

  /** The label set's number, or -1 when the sequence is not there. */
  public int labels(ContentKey key) {
    return labels[slot(key.high(), key.low())];
  }

  /** Adds a sequence or changes its label set. */
  public void put(ContentKey key, int labelSet) {
    int slot = slot(key.high(), key.low());
    boolean added = labels[slot] < 0;
    high[slot] = key.high();
    low[slot] = key.low();
    labels[slot] = labelSet;
    if (added && ++size > labels.length / 2) grow();
  }

  /** True the first time it is asked about a sequence that is there. */
  public boolean firstTime(ContentKey key) {
    int slot = slot(key.high(), key.low());
    if (labels[slot] < 0 || written[slot]) return false;
    written[slot] = true;
    return true;
  }

  private int slot(long keyHigh, long keyLow) {
    // The key is the start of a SHA-256: any of its bits are as good as a hash.
    int slot = (int) keyLow & (labels.length - 1);
    while (labels[slot] >= 0 && (low[slot] != keyLow || high[slot] != keyHigh)) {
      slot = (slot + 1) & (labels.length - 1);
    }
    return slot;
  }

  private void grow() {
    if (labels.length >= MOST) throw new IllegalStateException("over 268 million sequences");
    long[] oldHigh = high;
    long[] oldLow = low;
    int[] oldLabels = labels;
    boolean[] oldWritten = written;
    int capacity = oldLabels.length * 2;
    high = new long[capacity];
    low = new long[capacity];
    labels = filled(capacity);
    written = new boolean[capacity];
    for (int i = 0; i < oldLabels.length; i++) {
      if (oldLabels[i] < 0) continue;
      int slot = slot(oldHigh[i], oldLow[i]);
      high[slot] = oldHigh[i];
      low[slot] = oldLow[i];
      labels[slot] = oldLabels[i];
      written[slot] = oldWritten[i];
    }
  }

  private static int[] filled(int capacity) {
    int[] empty = new int[capacity];
    Arrays.fill(empty, -1);
    return empty;
  }
}
