package org.motifworks.data.scoring;

import jakarta.inject.Singleton;
import org.motifworks.kit.job.JobHandler;

/** What the process's workers need to know of this package. */
@Singleton
public final class ScoringJobs {

  /** The kind of job by which sequences are scored. */
  public static final String KIND = "scoring";

  private final ScoringWork work;

  ScoringJobs(ScoringWork work) {
    this.work = work;
  }

  public JobHandler handler() {
    return work;
  }
}
