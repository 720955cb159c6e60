package org.motifworks.data.fasta;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;
import org.motifworks.data.source.ImportProgress;

/**
 * Progress in bytes of input, all passes together: records cannot be counted before they are read.
 */
final class ByteProgress {

  private final ImportProgress progress;
  private final long total;
  private final AtomicLong done = new AtomicLong(); // told by the thread that reads

  ByteProgress(ImportProgress progress, long total) {
    this.progress = progress;
    this.total = total;
  }

  void report() {
    progress.report(done.get(), total);
  }

  InputStream counting(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        int value = super.read();
        if (value >= 0) done.incrementAndGet();
        return value;
      }

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        if (count > 0) done.addAndGet(count);
        return count;
      }
    };
  }
}
