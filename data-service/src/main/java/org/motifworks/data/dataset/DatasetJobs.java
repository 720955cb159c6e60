package org.motifworks.data.dataset;

import jakarta.inject.Singleton;
import org.motifworks.kit.job.JobHandler;

/** What the process's workers need to know of this package. */
@Singleton
public final class DatasetJobs {

  /** The kind of job by which datasets are made. */
  public static final String KIND = DatasetOrder.KIND;

  private final DatasetWork work;

  DatasetJobs(DatasetWork work) {
    this.work = work;
  }

  public JobHandler handler() {
    return work;
  }
}
