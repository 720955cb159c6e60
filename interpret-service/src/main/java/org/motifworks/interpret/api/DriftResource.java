package org.motifworks.interpret.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.motifworks.interpret.drift.DriftMonitor;
import org.motifworks.interpret.registry.ModelSource;
import org.motifworks.interpret.registry.TrainedModel;

/** How far what is scored is from what a model was trained on. */
@Path("/v1/models/{ref}/drift")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class DriftResource {
  private final ModelSource models;
  private final DriftMonitor drift;

  DriftResource(ModelSource models, DriftMonitor drift) {
    this.models = models;
    this.drift = drift;
  }

  /** The figures of this replica. */
  @GET
  public Response get(@PathParam("ref") String ref) {
    TrainedModel model = models.find(ref);
    return ModelHeaders.add(Response.ok(drift.report(model.id())), model).build();
  }
}
