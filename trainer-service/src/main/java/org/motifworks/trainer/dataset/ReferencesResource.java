package org.motifworks.trainer.dataset;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import javax.sql.DataSource;
import org.motifworks.kit.sql.Sql;

/** Who refers to a dataset; asked by the data-service before one is given up. */
@Path("/v1/references/datasets")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class ReferencesResource {

  private static final String REFERENCES =
      """
      select 'series', name, false from series where evaluation_dataset_id = ?
      union all
      select 'job', j.id, false from job j
        where j.state in ('QUEUED', 'RUNNING', 'CANCELLING') and j.payload::text like ?
      union all
      select 'model', id, retired_at is not null from model
        where dataset_id = ? and deleted_at is null
      order by 1, 2""";

  private final Sql sql;

  ReferencesResource(DataSource database) {
    this.sql = new Sql(database);
  }

  /**
   * Somebody who needs the dataset.
   *
   * @param kind {@code series} that is judged on it, {@code model} trained on it whose files are
   *     there, {@code job} under way that reads it
   * @param retired of a model
   */
  public record Reference(String kind, String id, boolean retired) {}

  /** All who need it; none for one that was never heard of. */
  @GET
  @Path("/{id}")
  public List<Reference> of(@PathParam("id") String id) {
    // An id is letters and digits only, and no other text of a payload is one by chance.
    String named = "%\"" + id.replaceAll("[^0-9A-Za-z]", "") + "\"%";
    return sql.list(
        row -> new Reference(row.getString(1), row.getString(2), row.getBoolean(3)),
        REFERENCES,
        id,
        named,
        id);
  }
}
