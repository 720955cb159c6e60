package org.motifworks.data.dataset;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Map;
import org.motifworks.data.scoring.ScoringTables;
import org.motifworks.kit.artifact.ArtifactStore;
import org.motifworks.kit.garbage.Garbage;
import org.motifworks.kit.garbage.GarbageCollector;
import org.motifworks.kit.garbage.JobOutputs;
import org.motifworks.kit.job.JobQueue;

/**
 * Datasets of attempts that did not count, tables of scorings that were deleted, uploads nothing
 * will be made of, and datasets that were retired and that nobody refers to.
 */
@Path("/v1/garbage/datasets")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class GarbageResource {

  private final GarbageCollector garbage;

  GarbageResource(
      ArtifactStore store, JobQueue queue, RetiredDatasets datasets, ScoringTables scorings) {
    JobOutputs outputs = new JobOutputs(queue);
    this.garbage =
        new GarbageCollector(
            store,
            Map.of("datasets", datasets, "uploads", outputs, "scorings", scorings),
            Clock.systemUTC());
  }

  /** What could be removed. */
  @GET
  public Garbage find(@QueryParam("olderThan") @DefaultValue("P7D") String olderThan) {
    return garbage.find(olderThan);
  }

  /** Removes it. */
  @DELETE
  public Garbage remove(@QueryParam("olderThan") @DefaultValue("P7D") String olderThan) {
    return garbage.remove(olderThan);
  }
}
