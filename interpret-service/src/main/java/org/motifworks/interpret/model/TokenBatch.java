package org.motifworks.interpret.model;

import java.nio.ByteBuffer;

/**
 * Sequences on their way into a model: tokens A C G T N = 0..4, shape {@code [rows, window]}, in
 * memory a native library can read without a copy. Fill, run, {@link #clear()}, fill again; for one
 * thread at a time.
 */
public final class TokenBatch {
  private final int window;
  private final int capacity;
  private final ByteBuffer tokens;

  /** An empty batch with room for {@code capacity} sequences of {@code window} nt. */
  public TokenBatch(int capacity, int window) {
    this.capacity = capacity;
    this.window = window;
    this.tokens = ByteBuffer.allocateDirect(Math.multiplyExact(capacity, window));
  }

  /** A batch of one. */
  public static TokenBatch of(byte[] sequence) {
    TokenBatch batch = new TokenBatch(1, sequence.length);
    batch.add(sequence);
    return batch;
  }

  /**
   * Appends a sequence.
   *
   * @throws IllegalArgumentException when it is not as long as the window
   */
  public void add(byte[] sequence) {
    if (sequence.length != window) {
      throw new IllegalArgumentException(
          "a sequence of " + sequence.length + " nt in a batch of " + window + " nt");
    }
    tokens.put(sequence);
  }

  /** Appends the first {@code rows} sequences of an array {@code [rows, window]}. */
  public void addAll(byte[] sequences, int rows) {
    tokens.put(sequences, 0, rows * window);
  }

  /** Number of sequences in it. */
  public int rows() {
    return window == 0 ? 0 : tokens.position() / window;
  }

  /** Length of each sequence in nt. */
  public int window() {
    return window;
  }

  public boolean isFull() {
    return rows() == capacity;
  }

  public boolean isEmpty() {
    return rows() == 0;
  }

  /** Forgets the sequences, keeps the memory. */
  public void clear() {
    tokens.clear();
  }

  /** Copies a sequence into {@code target}, which is as long as the window. */
  public void copyRow(int row, byte[] target) {
    tokens.get(row * window, target);
  }

  /** A copy of the filled part. */
  public byte[] copy() {
    byte[] copy = new byte[tokens.position()];
    tokens.get(0, copy);
    return copy;
  }

  /** The filled part, from its start; shares the memory. */
  ByteBuffer filled() {
    return tokens.duplicate().flip().slice();
  }
}
