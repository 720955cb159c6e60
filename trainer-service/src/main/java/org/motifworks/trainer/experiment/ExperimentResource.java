package org.motifworks.trainer.experiment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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
import java.util.Optional;
import org.motifworks.kit.page.Page;
import org.motifworks.kit.problem.Problem;

/** Experiments. */
@Path("/v1/experiments")
@Produces(MediaType.APPLICATION_JSON)
public class ExperimentResource {

  private final Experiments experiments;
  private final Results results;

  ExperimentResource(Experiments experiments, Results results) {
    this.experiments = experiments;
    this.results = results;
  }

  /** Accepts an experiment with all its runs: follow {@code Location} for their states. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response request(
      @HeaderParam("Idempotency-Key") String idempotencyKey,
      @NotNull @Valid ExperimentRequest request) {
    ExperimentView experiment = experiments.request(request, idempotencyKey);
    return Response.accepted(experiment)
        .location(URI.create("/v1/experiments/" + experiment.id()))
        .build();
  }

  @GET
  public Page<ExperimentView> list(
      @QueryParam("before") String before,
      @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
    return experiments.list(Optional.ofNullable(before), limit);
  }

  @GET
  @Path("/{id}")
  public ExperimentView experiment(@PathParam("id") String id) {
    return experiments.find(id).orElseThrow(() -> unknown(id));
  }

  /** The table of what is finished. */
  @GET
  @Path("/{id}/results")
  public ResultTable results(@PathParam("id") String id) {
    return results.of(id).orElseThrow(() -> unknown(id));
  }

  /** The same as CSV. */
  @GET
  @Path("/{id}/results")
  @Produces("text/csv;charset=UTF-8")
  public String resultsAsCsv(@PathParam("id") String id) {
    return ResultsCsv.of(results(id));
  }

  /** The same as a table for LaTeX. */
  @GET
  @Path("/{id}/results")
  @Produces("application/x-tex;charset=UTF-8")
  public String resultsAsLatex(@PathParam("id") String id) {
    return ResultsLatex.of(results(id));
  }

  @POST
  @Path("/{id}/cancel")
  public Response cancel(
      @PathParam("id") String id, @QueryParam("reason") @DefaultValue("asked for") String reason) {
    return Response.accepted(experiments.cancel(id, reason).orElseThrow(() -> unknown(id))).build();
  }

  /** Runs again what failed or was cancelled. */
  @POST
  @Path("/{id}/resume")
  public Response resume(@PathParam("id") String id) {
    return Response.accepted(experiments.resume(id).orElseThrow(() -> unknown(id))).build();
  }

  /** The answer where there is no such experiment. */
  public static Problem unknown(String id) {
    return new Problem(
        404,
        "experiment.unknown",
        "An experiment that is not here",
        "There is no experiment '" + id + "'.",
        "List the experiments: GET /v1/experiments.");
  }
}
