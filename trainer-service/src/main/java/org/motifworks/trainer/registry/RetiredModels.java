package org.motifworks.trainer.registry;

import jakarta.inject.Singleton;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.motifworks.kit.artifact.StoredArtifact;
import org.motifworks.kit.garbage.GarbageRule;
import org.motifworks.kit.garbage.JobOutputs;
import org.motifworks.kit.job.JobQueue;
import org.motifworks.kit.sql.Sql;

/**
 * Models that were retired long enough ago and that no job under way needs: RETIRED becomes
 * DELETED, and then their bytes go. Outputs of attempts that did not count go whatever the state.
 */
@Singleton
class RetiredModels implements GarbageRule {

  private static final Logger LOG = Logger.getLogger(RetiredModels.class);

  /**
   * A judgement names its model in its payload; a reproduction is compared with the first model.
   */
  private static final String MAY_GO =
      """
      retired_at < ? and deleted_at is null and not exists (
        select 1 from job j left join run r on r.id = j.id
        where j.state in ('QUEUED', 'RUNNING', 'CANCELLING')
          and (r.reproduces = model.id or j.payload::text like '%"' || model.id || '"%'))""";

  /** First part of the keys of imported models' artifacts. */
  static final String IMPORTS = "imports";

  private final Sql sql;
  private final JobOutputs outputs;

  RetiredModels(DataSource database, JobQueue queue) {
    this.sql = new Sql(database);
    this.outputs = new JobOutputs(queue);
  }

  @Override
  public Optional<String> reason(StoredArtifact artifact, Instant before) {
    Optional<String> lost =
        artifact.key().startsWith(IMPORTS + "/")
            ? unnamed(artifact)
            : outputs.reason(artifact, before);
    if (lost.isPresent()) return lost;
    return sql.first(
        row -> "retired at " + row.getTimestamp(1).toInstant() + ", and nobody refers to it",
        "select retired_at from model where ref_key = ? and (deleted_at is not null or ("
            + MAY_GO
            + "))",
        artifact.key(),
        Timestamp.from(before));
  }

  /** An import that was cut off between its bytes and its row. */
  private Optional<String> unnamed(StoredArtifact artifact) {
    boolean named =
        sql.first(row -> true, "select 1 from model where ref_key = ?", artifact.key()).isPresent();
    return named ? Optional.empty() : Optional.of("its import was never finished");
  }

  /** The rows first: from now on they tell that there is nothing to be had. */
  @Override
  public void settle(Instant before) {
    int deleted =
        sql.update(
            "update model set deleted_at = clock_timestamp() where " + MAY_GO,
            Timestamp.from(before));
    if (deleted > 0) LOG.infof("%d models are deleted", deleted);
  }
}
