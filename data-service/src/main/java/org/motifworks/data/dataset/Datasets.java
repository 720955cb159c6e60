package org.motifworks.data.dataset;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.motifworks.contracts.event.DatasetRetired;
import org.motifworks.data.source.AppendSource;
import org.motifworks.kit.event.Outbox;
import org.motifworks.kit.job.Enqueued;
import org.motifworks.kit.job.Job;
import org.motifworks.kit.job.JobQueue;
import org.motifworks.kit.job.NewJob;
import org.motifworks.kit.page.Page;

/** What can be done with datasets. Gives and takes values; each method is one transaction. */
@Singleton
public class Datasets {

  private final JobQueue queue;
  private final Outbox outbox;
  private final BaseDatasets bases;
  private final DatasetReferences references;

  Datasets(JobQueue queue, Outbox outbox, BaseDatasets bases, DatasetReferences references) {
    this.queue = queue;
    this.outbox = outbox;
    this.bases = bases;
    this.references = references;
  }

  /**
   * Stores an order; a worker makes the dataset.
   *
   * @param id for the dataset, if this is a new order
   * @param idempotencyKey null or blank for none
   * @return its id and whether it is new: repeated with its key an order is the first one
   * @throws org.motifworks.kit.problem.Problem {@code dataset.unknown} or {@code dataset.not-ready}
   *     and {@code dataset.no-data}, of the dataset it adds to
   */
  @Transactional
  Enqueued request(String id, DatasetOrder order, String idempotencyKey) {
    Enqueued stored =
        queue.enqueue(
            NewJob.of(DatasetOrder.KIND, order).withId(id).withIdempotencyKey(idempotencyKey));
    if (!stored.created()) return stored;
    DatasetEntity row = new DatasetEntity();
    row.id = id;
    row.name = order.name();
    row.source = DatasetJson.write(order.source());
    if (order.source() instanceof AppendSource append) row.baseId = bases.of(append);
    row.persist();
    return stored;
  }

  /**
   * One dataset; by a name the newest that is not retired.
   *
   * @throws org.motifworks.kit.problem.Problem {@code dataset.unknown}
   */
  @Transactional
  public DatasetView view(String idOrName) {
    DatasetEntity row =
        DatasetEntity.byIdOrName(idOrName).orElseThrow(() -> DatasetProblems.unknown(idOrName));
    return DatasetViews.of(row, job(row.id));
  }

  /** Newest first, from after {@code before} on. */
  @Transactional
  public Page<DatasetView> list(int limit, Optional<String> before) {
    Page<Job> jobs = queue.list(List.of(DatasetOrder.KIND), Set.of(), before, limit);
    Map<String, DatasetEntity> rows =
        DatasetEntity.all(jobs.items().stream().map(Job::id).toList()).stream()
            .collect(Collectors.toMap(row -> row.id, Function.identity()));
    return jobs.map(job -> DatasetViews.of(rows.get(job.id()), job));
  }

  /**
   * Cancels a dataset that is being made, retires one that is ready.
   *
   * @throws org.motifworks.kit.problem.Problem {@code dataset.unknown}, {@code dataset.ended},
   *     {@code dataset.in-use} while a series is judged on it, a model not retired was trained on
   *     it, or a job reads it; {@code service.unavailable} when that cannot be told
   */
  @Transactional
  public DatasetView remove(String idOrName) {
    DatasetEntity row =
        DatasetEntity.byIdOrName(idOrName).orElseThrow(() -> DatasetProblems.unknown(idOrName));
    // Locks the job's row, as its ending does: first the job, then the dataset, never the reverse.
    Job job =
        queue
            .requestCancel(row.id, "asked for over REST")
            .orElseThrow(() -> DatasetProblems.unknown(idOrName));
    DatasetEntity.getEntityManager().refresh(row);
    DatasetView view = DatasetViews.of(row, job);
    if (view.state() == DatasetState.READY) {
      requireUnused(row.id);
      return retire(row, job);
    }
    boolean cancelled = !view.state().ended() || view.state() == DatasetState.CANCELLED;
    if (!cancelled) throw DatasetProblems.ended(view);
    return view;
  }

  /** Only what is kept for its provenance alone, a retired model, may lose it. */
  private void requireUnused(String id) {
    List<DatasetReferences.Reference> users =
        references.to(id).stream().filter(each -> !each.retired()).toList();
    if (!users.isEmpty()) throw DatasetProblems.inUse(id, users);
  }

  private DatasetView retire(DatasetEntity row, Job job) {
    row.retiredAt = Instant.now();
    outbox.append(new DatasetRetired(row.id, job.version() + 1, row.name));
    return DatasetViews.of(row, job);
  }

  private Job job(String id) {
    return queue
        .find(id)
        .orElseThrow(() -> new IllegalStateException("dataset " + id + " has no job"));
  }
}
