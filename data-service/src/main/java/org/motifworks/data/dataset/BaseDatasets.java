package org.motifworks.data.dataset;

import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.data.source.AppendSource;
import org.motifworks.kit.job.JobQueue;

/** The datasets that others add to. */
@Singleton
class BaseDatasets {

  /** Of one name; that so many failed one after the other does not happen unseen. */
  private static final int NEWEST = 100;

  private final JobQueue queue;

  BaseDatasets(JobQueue queue) {
    this.queue = queue;
  }

  /**
   * The id of the base; settled once, when the addition is asked for. Additions to a name follow
   * one another: while one is being made another is refused, or it would lack the first.
   *
   * @throws org.motifworks.kit.problem.Problem {@code dataset.unknown}, {@code dataset.not-ready}
   *     while it is being made, {@code dataset.no-data} when all attempts failed
   */
  @Transactional
  String of(AppendSource source) {
    DatasetEntity base = newestReady(source.base());
    // Whoever else adds to it waits here, and then finds the addition that was first.
    DatasetEntity.getEntityManager().refresh(base, LockModeType.PESSIMISTIC_WRITE);
    return newestReady(source.base()).id;
  }

  private DatasetEntity newestReady(String idOrName) {
    List<DatasetEntity> rows = DatasetEntity.byIdOrNewestNamed(idOrName, NEWEST);
    for (DatasetEntity row : rows) {
      DatasetView view = view(row);
      if (view.state() == DatasetState.READY) return row;
      if (!view.state().ended()) throw DatasetProblems.notReady(view);
    }
    if (rows.isEmpty()) throw DatasetProblems.unknown(idOrName);
    throw DatasetProblems.notReady(view(rows.get(0)));
  }

  /** The artifact that a dataset adds to; empty when it is made of nothing else. */
  @Transactional
  Optional<ArtifactRef> ref(String addition) {
    return DatasetEntity.byId(addition)
        .flatMap(row -> Optional.ofNullable(row.baseId))
        .flatMap(DatasetEntity::byId)
        .flatMap(base -> view(base).ref());
  }

  private DatasetView view(DatasetEntity row) {
    return DatasetViews.of(
        row,
        queue
            .find(row.id)
            .orElseThrow(() -> new IllegalStateException("dataset " + row.id + " has no job")));
  }
}
