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
import org.motifworks.interpret.shadow.ShadowReport;
import org.motifworks.interpret.shadow.ShadowScoring;
import org.motifworks.kit.problem.Problem;

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

  /** The figures of this replica; 404 {@code shadow.none} before anything was scored with one. */
  @GET
  public Response get(@PathParam("ref") String ref) {
    TrainedModel model = models.find(ref);
    ShadowReport report = shadows.report(model).orElseThrow(() -> none(ref));
    return ModelHeaders.add(Response.ok(report), model).build();
  }

  private static Problem none(String ref) {
    return new Problem(
        404,
        "shadow.none",
        "Nothing to compare",
        "Nothing was scored with '" + ref + "' beside a shadow on this replica.",
        "Give the alias 'shadow' to another model of the series, and score by series@alias.");
  }
}
