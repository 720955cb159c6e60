package org.motifworks.data.dataset;

import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.data.source.AppendSource;
import org.motifworks.kit.job.JobQueue;

/** The datasets that others add to. */
@Singleton
class BaseDatasets {

  private final JobQueue queue;

  BaseDatasets(JobQueue queue) {
    this.queue = queue;
  }

  /**
   * The id of the base; settled once, when the addition is asked for. Additions to a name follow
   * one another: while one is being made another is refused, or it would lack the first.
   *
   * @throws org.motifworks.kit.problem.Problem {@code dataset.unknown}, {@code dataset.not-ready}
   */
  @Transactional
  String of(AppendSource source) {
    DatasetEntity base = newestReady(source.base());
    // Whoever else adds to it waits here, and then finds the addition that was first.
    DatasetEntity.getEntityManager().refresh(base, LockModeType.PESSIMISTIC_WRITE);
    return newestReady(source.base()).id;
  }

  private DatasetEntity newestReady(String idOrName) {
    for (DatasetEntity row : DatasetEntity.byIdOrAllNamed(idOrName)) {
      DatasetView view = view(row);
      if (view.state() == DatasetState.READY) return row;
      if (!view.state().ended()) throw DatasetProblems.notReady(view);
    }
    throw DatasetProblems.unknown(idOrName);
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
