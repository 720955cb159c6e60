package org.motifworks.trainer.provenance;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.motifworks.kit.problem.Problem;
import org.motifworks.trainer.registry.Models;
import org.motifworks.trainer.run.RunView;
import org.motifworks.trainer.run.Runs;

/** Whether models come out the same again. */
@Path("/v1/runs")
@Produces(MediaType.APPLICATION_JSON)
public class ReproductionResource {

  private final Models models;
  private final Runs runs;
  private final Reproductions reproductions;

  ReproductionResource(Models models, Runs runs, Reproductions reproductions) {
    this.models = models;
    this.runs = runs;
    this.reproductions = reproductions;
  }

  /** Whether the run ended in the same weights as the model it reproduces. */
  @GET
  @Path("/{id}/reproduction")
  public Reproduction reproduction(@PathParam("id") String id) {
    RunView run =
        runs.find(id)
            .filter(found -> found.reproduces().isPresent())
            .orElseThrow(
                () ->
                    new Problem(
                        404,
                        "reproduction.unknown",
                        "A run that reproduces nothing",
                        "There is no run '" + id + "' that was to reproduce a model.",
                        "Start one: POST /v1/models/{ref}/reproduce."));
    return reproductions.compare(run, models.named(run.reproduces().orElseThrow()));
  }
}
