package org.motifworks.data.peaks;

import java.util.Collection;
import org.motifworks.data.source.ImportProgress;
import org.motifworks.data.source.InputFile;

/**
 * Progress of reading and then walking over the bins, in bytes of input: the walk counts as much as
 * the reading.
 */
final class Stages {

  private final ImportProgress progress;
  private final long bytes;
  private long before;

  Stages(ImportProgress progress, Collection<InputFile> inputs) {
    this.progress = progress;
    this.bytes = Math.max(1, inputs.stream().mapToLong(InputFile::bytes).sum());
  }

  /** So many bytes of the file at hand were read. */
  void reading(long done) {
    progress.report(Math.min(bytes, before + done), 2 * bytes);
  }

  /** A file was read to its end. */
  void read(InputFile input) {
    before += input.bytes();
    reading(0);
  }

  /** So much of the walk is done, from 0 to 1. */
  void walked(double share) {
    progress.report(bytes + (long) (share * bytes), 2 * bytes);
  }
}
