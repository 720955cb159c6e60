package org.motifworks.data.dataset;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.motifworks.kit.artifact.StoredArtifact;
import org.motifworks.kit.garbage.GarbageRule;
import org.motifworks.kit.garbage.JobOutputs;
import org.motifworks.kit.job.JobQueue;
import org.motifworks.kit.problem.Problem;

/**
 * Datasets that were retired long enough ago and that nobody refers to: RETIRED becomes DELETED,
 * and then their bytes go. Outputs of attempts that did not count go whatever the state.
 */
@Singleton
class RetiredDatasets implements GarbageRule {

  private static final Logger LOG = Logger.getLogger(RetiredDatasets.class);

  private final JobQueue queue;
  private final JobOutputs outputs;
  private final DatasetReferences references;

  RetiredDatasets(JobQueue queue, DatasetReferences references) {
    this.queue = queue;
    this.outputs = new JobOutputs(queue);
    this.references = references;
  }

  @Override
  @Transactional
  public Optional<String> reason(StoredArtifact artifact, Instant before) {
    Optional<String> lost = outputs.reason(artifact, before);
    if (lost.isPresent()) return lost;
    return DatasetEntity.byId(artifact.key().split("/")[1])
        .filter(row -> row.deletedAt != null || mayGo(row, before))
        .map(row -> "retired at " + row.retiredAt + ", and nobody refers to it");
  }

  /** The row first: from now on nothing is made of it, even if its bytes stay for a while. */
  @Override
  @Transactional
  public void settle(Instant before) {
    for (DatasetEntity row : DatasetEntity.retiredBefore(before)) {
      if (!mayGo(row, before)) continue;
      row.deletedAt = Instant.now();
      LOG.infof("dataset %s (%s) is deleted", row.id, row.name);
    }
  }

  private boolean mayGo(DatasetEntity row, Instant before) {
    if (row.retiredAt == null || !row.retiredAt.isBefore(before)) return false;
    if (!references.areKnown() || isAddedTo(row)) return false;
    try {
      return references.to(row.id).isEmpty();
    } catch (Problem away) {
      LOG.warnf("dataset %s is kept: %s", row.id, away.getMessage());
      return false;
    }
  }

  /** An addition that is being made reads it. */
  private boolean isAddedTo(DatasetEntity row) {
    return DatasetEntity.additionsTo(row.id).stream()
        .anyMatch(
            addition ->
                queue.find(addition.id).filter(job -> !job.state().isTerminal()).isPresent());
  }
}
