package org.motifworks.data.dataset;

import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Set;
import org.jboss.logging.Logger;
import org.motifworks.data.upload.Uploads;
import org.motifworks.kit.job.Job;
import org.motifworks.kit.job.JobListener;

/** Frees the uploaded files once the dataset made of them has ended: its hashes name them. */
@Singleton
final class UploadsOfEndedDatasets implements JobListener {

  private static final Logger LOG = Logger.getLogger(UploadsOfEndedDatasets.class);

  private final Uploads uploads;
  private final TransactionSynchronizationRegistry transaction;

  UploadsOfEndedDatasets(Uploads uploads, TransactionSynchronizationRegistry transaction) {
    this.uploads = uploads;
    this.transaction = transaction;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(DatasetOrder.KIND);
  }

  @Override
  public void ended(Job job) {
    String key = DatasetOrder.uploadKey(job.id());
    transaction.registerInterposedSynchronization(new AfterCommit(() -> discard(key)));
  }

  private void discard(String key) {
    try {
      uploads.discard(key);
    } catch (RuntimeException e) {
      LOG.warnf("%s was not freed: %s", key, e.getMessage());
    }
  }

  /** Before the commit it could still be undone, and the files would be needed again. */
  private record AfterCommit(Runnable action) implements Synchronization {
    @Override
    public void beforeCompletion() {
      // only the commit matters
    }

    @Override
    public void afterCompletion(int status) {
      if (status == Status.STATUS_COMMITTED) action.run();
    }
  }
}
