package org.motifworks.data.scoring;

import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file being read by one thread, of which another tells how far it is. */
final class CountedInput extends FilterInputStream {

  private volatile long count;

  CountedInput(Path file) throws IOException {
    super(Files.newInputStream(file));
  }

  /** Bytes read so far. */
  long count() {
    return count;
  }

  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate") // by the reading thread alone
  public int read() throws IOException {
    int letter = super.read();
    if (letter >= 0) count++;
    return letter;
  }

  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate") // by the reading thread alone
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = super.read(into, offset, length);
    if (read > 0) count += read;
    return read;
  }
}
