package org.motifworks.core.genome;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Which bins are positive for which class: one bit each, on disk, since a thousand experiments over
 * a genome do not fit into memory. Written class by class, then read bin by bin.
 *
 * <p>Memory: 8 KiB a class. Not for several threads.
 */
public final class BinLabels implements Closeable {

  private static final int SEGMENT = 1 << 16; // bins, of which the bits are in memory

  private final FileChannel file;
  private final int bins;
  private final long stride;
  private int classes;
  private byte[][] bits = new byte[0][];
  private int segment = -1;

  /**
   * @param scratch file to be written; its owner removes it
   * @param bins how many bins there are
   */
  public BinLabels(Path scratch, int bins) throws IOException {
    this.bins = bins;
    this.stride = (bins + 7L) / 8;
    this.file =
        FileChannel.open(
            scratch,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE,
            StandardOpenOption.READ);
  }

  /** Adds the next class, with the bins that are positive for it. */
  public void add(BitSet positives) throws IOException {
    if (positives.length() > bins) throw new IllegalArgumentException("A bin that is not there");
    ByteBuffer bytes = ByteBuffer.wrap(Arrays.copyOf(positives.toByteArray(), (int) stride));
    while (bytes.hasRemaining()) file.write(bytes, classes * stride + bytes.position());
    classes++;
    segment = -1;
  }

  /** Classes added so far. */
  public int classes() {
    return classes;
  }

  /**
   * Writes the labels of a bin, each 0 or 1, to {@code labels}, shape {@code [classes]}; fast when
   * bins are asked for in order.
   *
   * @return whether any is 1
   */
  public boolean read(int bin, byte[] labels) throws IOException {
    if (bin < 0 || bin >= bins) throw new IndexOutOfBoundsException("bin " + bin + " of " + bins);
    if (bin / SEGMENT != segment) load(bin / SEGMENT);
    int at = bin % SEGMENT;
    int any = 0;
    for (int i = 0; i < classes; i++) {
      int label = bits[i][at >> 3] >> (at & 7) & 1;
      labels[i] = (byte) label;
      any |= label;
    }
    return any != 0;
  }

  private void load(int wanted) throws IOException {
    if (bits.length != classes) bits = new byte[classes][SEGMENT / 8];
    int count = (int) Math.min(SEGMENT / 8, stride - wanted * (SEGMENT / 8L));
    for (int i = 0; i < classes; i++) {
      ByteBuffer into = ByteBuffer.wrap(bits[i], 0, count);
      long from = i * stride + wanted * (SEGMENT / 8L);
      while (into.hasRemaining()) {
        if (file.read(into, from + into.position()) < 0) {
          throw new IOException("The labels' scratch file was cut off");
        }
      }
    }
    segment = wanted;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
