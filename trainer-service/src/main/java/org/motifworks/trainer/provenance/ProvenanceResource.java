package org.motifworks.trainer.provenance;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.motifworks.kit.problem.Problem;
import org.motifworks.trainer.registry.ModelView;
import org.motifworks.trainer.registry.Models;
import org.motifworks.trainer.run.RunView;
import org.motifworks.trainer.run.Runs;

/** Where models come from. */
@Path("/v1/models")
@Produces(MediaType.APPLICATION_JSON)
public class ProvenanceResource {

  private final Models models;
  private final Runs runs;
  private final Traces traces;

  ProvenanceResource(Models models, Runs runs, Traces traces) {
    this.models = models;
    this.runs = runs;
    this.traces = traces;
  }

  /**
   * The chain from the source of the dataset to the interpretation of the model.
   *
   * @param verify reads and hashes every byte of every artifact again
   */
  @GET
  @Path("/{ref}/trace")
  public ModelTrace trace(
      @PathParam("ref") String ref, @QueryParam("verify") @DefaultValue("false") boolean verify) {
    ModelView model = models.named(ref);
    if (model.imported() != null) return traces.ofImported(model, verify);
    return traces.of(model, runs.find(model.id()).orElseThrow(), verify);
  }

  /**
   * Runs the model's provenance again; {@code /v1/runs/{id}/reproduction} tells what came of it.
   */
  @POST
  @Path("/{ref}/reproduce")
  public Response reproduce(
      @HeaderParam("Idempotency-Key") String idempotencyKey, @PathParam("ref") String ref) {
    ModelView model = models.named(ref);
    if (model.imported() != null) throw imported(model);
    RunView run = runs.requestAgain(model.id(), idempotencyKey);
    return Response.accepted(run).location(URI.create("/v1/runs/" + run.id())).build();
  }

  private static Problem imported(ModelView model) {
    return new Problem(
        409,
        "model.imported",
        "A model that was imported",
        "Model " + model.id() + " was not trained here: there is no run to be done again.",
        "Compare the SHA-256 of the file it came from: GET /v1/models/{ref}/trace.");
  }
}
