package org.motifworks.core.track;

import java.io.Closeable;
import java.io.IOException;
import java.util.zip.Deflater;

/** Writes blocks of bytes as zlib, each by itself. */
final class BlockCompressor implements Closeable {

  private final Deflater deflater = new Deflater();
  private byte[] compressed = new byte[1 << 12];
  private int largest;

  /** Of the largest block so far, before it was compressed: what a reader has to have room for. */
  int largest() {
    return largest;
  }

  /** Tells the size that the block was compressed to. */
  int write(byte[] block, int length, LittleEndianFile out) throws IOException {
    largest = Math.max(largest, length);
    deflater.reset();
    deflater.setInput(block, 0, length);
    deflater.finish();
    int size = 0;
    while (!deflater.finished()) {
      size += deflater.deflate(compressed, size, compressed.length - size);
      if (size == compressed.length) compressed = java.util.Arrays.copyOf(compressed, 2 * size);
    }
    out.write(compressed, size);
    return size;
  }

  @Override
  public void close() {
    deflater.end();
  }
}
