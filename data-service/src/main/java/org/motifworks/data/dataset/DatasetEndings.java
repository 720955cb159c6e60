package org.motifworks.data.dataset;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.motifworks.contracts.event.DatasetCancelled;
import org.motifworks.contracts.event.DatasetFailed;
import org.motifworks.contracts.event.DatasetReady;
import org.motifworks.contracts.event.Fact;
import org.motifworks.kit.event.Outbox;
import org.motifworks.kit.job.Job;
import org.motifworks.kit.job.JobListener;
import org.motifworks.kit.problem.ProblemDetails;

/** Keeps what was made and tells the one terminal fact, in the transaction that ends the job. */
@Singleton
final class DatasetEndings implements JobListener {

  private static final Logger LOG = Logger.getLogger(DatasetEndings.class);

  private final Outbox outbox;
  private final MeterRegistry meters;

  DatasetEndings(Outbox outbox, MeterRegistry meters) {
    this.outbox = outbox;
    this.meters = meters;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(DatasetOrder.KIND);
  }

  @Override
  public void ended(Job job) {
    DatasetEntity row =
        DatasetEntity.byId(job.id())
            .orElseThrow(() -> new IllegalStateException("job " + job.id() + " has no dataset"));
    outbox.append(
        switch (job.state()) {
          case SUCCEEDED -> ready(row, job);
          case FAILED -> failed(row, job);
          case CANCELLED -> new DatasetCancelled(row.id, job.version(), row.name);
          default -> throw new IllegalStateException("job " + job.id() + " has not ended");
        });
    meters.counter("motifworks.datasets.ended", "state", job.state().name()).increment();
    LOG.infof("dataset %s (%s): %s", row.id, row.name, job.state());
  }

  private static Fact ready(DatasetEntity row, Job job) {
    DatasetResult result = DatasetJson.read(job.result().orElseThrow(), DatasetResult.class);
    return new DatasetReady(
        row.id,
        job.version(),
        row.name,
        result.ref(),
        result.classes(),
        result.window(),
        result.counts(),
        Optional.empty());
  }

  private static Fact failed(DatasetEntity row, Job job) {
    ProblemDetails problem = job.failure().orElseThrow().details();
    return new DatasetFailed(row.id, job.version(), row.name, problem.code(), problem.detail());
  }
}
