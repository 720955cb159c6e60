package org.motifworks.trainer.run;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.motifworks.kit.page.Page;
import org.motifworks.kit.problem.Problem;

/** Training runs. */
@Path("/v1/runs")
@Produces(MediaType.APPLICATION_JSON)
public class RunResource {

  private final Runs runs;
  private final RunEvents events;

  RunResource(Runs runs, RunEvents events) {
    this.runs = runs;
    this.events = events;
  }

  /** Accepts a run and answers before it is trained: follow {@code Location} for its state. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response request(
      @HeaderParam("Idempotency-Key") String idempotencyKey, @NotNull @Valid RunRequest request) {
    RunView run = runs.request(request, idempotencyKey);
    return Response.accepted(run).location(URI.create("/v1/runs/" + run.id())).build();
  }

  @GET
  public Page<RunView> list(
      @QueryParam("dataset") String dataset,
      @QueryParam("before") String before,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
    return runs.list(Optional.ofNullable(dataset), Optional.ofNullable(before), limit);
  }

  @GET
  @Path("/{id}")
  public RunView run(@PathParam("id") String id) {
    return runs.find(id).orElseThrow(() -> unknown(id));
  }

  /** The losses of every epoch so far. */
  @GET
  @Path("/{id}/epochs")
  public List<Epoch> epochs(@PathParam("id") String id) {
    run(id);
    return runs.epochs(id, 0);
  }

  /**
   * Every epoch so far, then each as it ends, and the run at each change of state; ends with the
   * run.
   */
  @GET
  @Path("/{id}/events")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Blocking
  public Multi<OutboundSseEvent> events(@PathParam("id") String id) {
    run(id);
    return events.of(id);
  }

  @DELETE
  @Path("/{id}")
  public Response cancel(
      @PathParam("id") String id, @QueryParam("reason") @DefaultValue("asked for") String reason) {
    return Response.accepted(runs.cancel(id, reason).orElseThrow(() -> unknown(id))).build();
  }

  private static Problem unknown(String id) {
    return new Problem(
        404,
        "run.unknown",
        "A run that is not here",
        "There is no run '" + id + "'.",
        "List the runs: GET /v1/runs.");
  }
}
