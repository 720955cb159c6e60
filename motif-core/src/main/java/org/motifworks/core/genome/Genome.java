package org.motifworks.core.genome;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A genome unpacked to one token a byte (A C G T N = 0..4) in one file, of which any part can be
 * read at once. Made by {@link GenomeUnpacker}. Soft-masked (lower-case) letters are letters like
 * any other.
 *
 * <p>Keeps one buffer, so that reading along a chromosome is fast. Not for several threads.
 */
public final class Genome implements Closeable {

  private static final int BUFFER = 1 << 18;

  private final FileChannel tokens;
  private final List<Chromosome> chromosomes;
  private final long[] offsets;
  private final Map<String, Integer> byPlainName = new HashMap<>();
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
  private long bufferStart;

  Genome(Path file, List<Chromosome> chromosomes) throws IOException {
    this.chromosomes = List.copyOf(chromosomes);
    this.offsets = new long[chromosomes.size()];
    long offset = 0;
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = offset;
      offset += chromosomes.get(i).length();
      byPlainName.put(chromosomes.get(i).plainName(), i);
    }
    this.tokens = FileChannel.open(file);
    buffer.limit(0);
  }

  /** In the order of the file. */
  public List<Chromosome> chromosomes() {
    return chromosomes;
  }

  /** The place of a chromosome in {@link #chromosomes()}; {@code chr8} and {@code 8} are one. */
  public OptionalInt indexOf(String name) {
    Integer index = byPlainName.get(Chromosome.plainName(name));
    return index == null ? OptionalInt.empty() : OptionalInt.of(index);
  }

  /**
   * Fills {@code into} with the tokens from {@code start} (0-based) on.
   *
   * @throws IndexOutOfBoundsException when they are not all on the chromosome
   */
  public void read(int chromosome, int start, byte[] into) throws IOException {
    int length = chromosomes.get(chromosome).length();
    if (start < 0 || start > length - into.length) {
      throw new IndexOutOfBoundsException(
          start + " + " + into.length + " nt of " + chromosomes.get(chromosome));
    }
    long at = offsets[chromosome] + start;
    for (int done = 0; done < into.length; ) {
      long inBuffer = at + done - bufferStart;
      if (inBuffer < 0 || inBuffer >= buffer.limit()) {
        fill(at + done);
        inBuffer = 0;
      }
      int count = Math.min(into.length - done, buffer.limit() - (int) inBuffer);
      buffer.get((int) inBuffer, into, done, count);
      done += count;
    }
  }

  private void fill(long position) throws IOException {
    buffer.clear();
    while (buffer.hasRemaining()) {
      if (tokens.read(buffer, position + buffer.position()) < 0) break;
    }
    buffer.flip();
    bufferStart = position;
    if (buffer.limit() == 0) throw new EOFException("The unpacked genome was cut off");
  }

  @Override
  public void close() throws IOException {
    tokens.close();
  }
}
