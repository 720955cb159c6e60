package org.motifworks.trainer.registry;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.motifworks.kit.artifact.ArtifactStore;
import org.motifworks.kit.artifact.StoredArtifact;
import org.motifworks.kit.garbage.Garbage;
import org.motifworks.kit.garbage.GarbageCollector;
import org.motifworks.kit.sql.Sql;

/**
 * Models of attempts that did not count, models that were retired a while ago, and interpretations
 * that no model names any more.
 */
@Path("/v1/garbage/models")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class GarbageResource {

  private static final String NAMED =
      "select 1 from model where deleted_at is null"
          + " and interpretation::jsonb #>> '{ref,key}' = ?";

  private final Sql sql;
  private final GarbageCollector garbage;

  GarbageResource(ArtifactStore store, RetiredModels models, DataSource database) {
    this.sql = new Sql(database);
    this.garbage =
        new GarbageCollector(
            store,
            Map.of(
                "models",
                models,
                RetiredModels.IMPORTS,
                models,
                "interpretations",
                this::ofNoModel),
            Clock.systemUTC());
  }

  private Optional<String> ofNoModel(StoredArtifact interpretation, Instant before) {
    boolean named = sql.first(row -> true, NAMED, interpretation.key()).isPresent();
    return named ? Optional.empty() : Optional.of("no model names it as its interpretation");
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
