package org.motifworks.interpret.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.motifworks.interpret.registry.ModelSource;
import org.motifworks.interpret.registry.TrainedModel;
import org.motifworks.interpret.shadow.ShadowScoring;

/** What a series' shadow would have said of what was asked. */
@Path("/v1/models/{ref}/shadow")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class ShadowResource {
  private final ModelSource models;
  private final ShadowScoring shadows;

  ShadowResource(ModelSource models, ShadowScoring shadows) {
    this.models = models;
    this.shadows = shadows;
  }

  /** The figures of this replica; those of a model without a shadow name none. */
  @GET
  public Response get(@PathParam("ref") String ref) {
    TrainedModel model = models.find(ref);
    return ModelHeaders.add(Response.ok(shadows.report(model)), model).build();
  }
}
