package org.motifworks.data.deepsea;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * A scratch file that turns a matrix around: written in pieces of columns (one column, many
 * records), read record by record.
 *
 * <p>Its blocks hold {@value #BLOCK} records each, within a block column after column: so a piece
 * is written at once, and a block read at once. Memory: two blocks. Not for several threads.
 */
final class BlockSpool implements Closeable {

  static final int BLOCK = 4096; // records; a page of the disk in every column

  private static final int TILE = 64; // records turned together, a cache line of each column

  private final Path path;
  private final FileChannel file;
  private final int columns;
  private byte[] turned = new byte[0];
  private byte[] block = new byte[0];
  private long current = -1;

  BlockSpool(Path path, int columns) throws IOException {
    this.path = path;
    this.columns = columns;
    this.file =
        FileChannel.open(
            path, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  /** Writes {@code bytes[offset, offset + count)} to a column, from the record {@code first} on. */
  void write(int column, int first, byte[] bytes, int offset, int count) throws IOException {
    for (int done = 0; done < count; ) {
      int record = first + done;
      int piece = Math.min(count - done, BLOCK - record % BLOCK);
      long at = start(record / BLOCK) + (long) column * BLOCK + record % BLOCK;
      ByteBuffer from = ByteBuffer.wrap(bytes, offset + done, piece);
      while (from.hasRemaining()) at += file.write(from, at);
      done += piece;
    }
    current = -1;
  }

  /** The record's value in every column, to {@code into}, shape {@code [columns]}. */
  void read(int record, byte[] into) throws IOException {
    if (record / BLOCK != current) load(record / BLOCK);
    System.arraycopy(turned, record % BLOCK * columns, into, 0, columns);
  }

  private long start(int blockNumber) {
    return (long) blockNumber * BLOCK * columns;
  }

  private void load(int number) throws IOException {
    int size = Math.multiplyExact(BLOCK, columns);
    if (block.length != size) {
      block = new byte[size];
      turned = new byte[size];
    }
    ByteBuffer into = ByteBuffer.wrap(block);
    while (into.hasRemaining() && file.read(into, start(number) + into.position()) >= 0) {}
    Arrays.fill(block, into.position(), size, (byte) 0); // behind the last record
    for (int tile = 0; tile < BLOCK; tile += TILE) {
      for (int column = 0; column < columns; column++) {
        int from = column * BLOCK + tile;
        int to = tile * columns + column;
        for (int i = 0; i < TILE; i++) turned[to + i * columns] = block[from + i];
      }
    }
    current = number;
  }

  /** Closes and removes the file. */
  @Override
  public void close() throws IOException {
    try (file) {
      Files.deleteIfExists(path);
    }
  }
}
