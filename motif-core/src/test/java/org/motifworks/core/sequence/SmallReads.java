package org.motifworks.core.sequence;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that delivers a few bytes at a time, and of which nothing is ever "available". */
final class SmallReads extends FilterInputStream {
  private final int most;

  private SmallReads(int most, InputStream in) {
    super(in);
    this.most = most;
  }

  static InputStream of(int most, InputStream in) {
    return new SmallReads(most, in);
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    return super.read(into, offset, Math.min(most, length));
  }

  @Override
  public int available() {
    return 0;
  }
}
