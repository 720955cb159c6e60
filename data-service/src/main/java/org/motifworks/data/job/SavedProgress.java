package org.motifworks.data.job;

import org.motifworks.data.source.ImportProgress;
import org.motifworks.kit.job.JobContext;

/** Keeps the lease at every record, but writes to the row only now and then. */
public final class SavedProgress implements ImportProgress {

  private static final long EVERY_NANOS = 500_000_000L;

  private final JobContext context;
  private long lastSaved = System.nanoTime() - EVERY_NANOS;
  private boolean endSaved;

  public SavedProgress(JobContext context) {
    this.context = context;
  }

  @Override
  public void report(long done, long total) {
    context.checkpoint();
    long now = System.nanoTime();
    boolean reachesEnd = done == total && !endSaved;
    if (!reachesEnd && now - lastSaved < EVERY_NANOS) return;
    endSaved |= reachesEnd;
    lastSaved = now;
    context.progress(new Progress(done, total));
  }
}
