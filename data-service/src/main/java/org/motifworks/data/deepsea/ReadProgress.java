package org.motifworks.data.deepsea;

import java.util.List;
import org.motifworks.data.source.ImportProgress;

/** Progress in bytes of the arrays as they are unpacked. */
final class ReadProgress {

  private final ImportProgress progress;
  private final long total;
  private long done;

  ReadProgress(ImportProgress progress, List<SplitFile> files) {
    this.progress = progress;
    this.total = files.stream().mapToLong(SplitFile::bytes).sum();
  }

  void read(long bytes) {
    done += bytes;
    progress.report(done, total);
  }

  /** Sequences were written, which takes time and is no more reading. */
  void written() {
    progress.report(done, total);
  }
}
