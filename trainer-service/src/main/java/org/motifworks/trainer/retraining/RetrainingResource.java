package org.motifworks.trainer.retraining;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** When and how a series is trained again. */
@Path("/v1/series/{name}")
@Produces(MediaType.APPLICATION_JSON)
public class RetrainingResource {

  private final Retraining retraining;

  RetrainingResource(Retraining retraining) {
    this.retraining = retraining;
  }

  @GET
  @Path("/policy")
  public RetrainingPolicy policy(@PathParam("name") String name) {
    return retraining.policy(name);
  }

  @PUT
  @Path("/policy")
  @Consumes(MediaType.APPLICATION_JSON)
  public RetrainingPolicy set(
      @PathParam("name") String name, @NotNull @Valid RetrainingPolicy policy) {
    return retraining.set(name, policy);
  }

  @DELETE
  @Path("/policy")
  public void clear(@PathParam("name") String name) {
    retraining.clear(name);
  }

  /** What it does, what it waits for, and what came of it. */
  @GET
  @Path("/retraining")
  public RetrainingView retraining(@PathParam("name") String name) {
    return retraining.view(name);
  }

  /** Who asks for a run, and why. */
  public record Asked(@Size(max = 200) String actor, @Size(max = 2000) String reason) {

    public Asked {
      actor = actor == null || actor.isBlank() ? "someone" : actor.strip();
      reason = reason == null ? "" : reason.strip();
    }
  }

  /** Has a series trained again now; asked for while a run is under way, another one follows it. */
  @POST
  @Path("/retrain")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response ask(@PathParam("name") String name, @Valid Asked asked) {
    Asked said = asked == null ? new Asked(null, null) : asked;
    RetrainingView view = retraining.ask(name, said.actor(), said.reason());
    return Response.accepted(view)
        .location(URI.create("/v1/series/" + name + "/retraining"))
        .build();
  }
}
