package org.motifworks.trainer.gate;

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

/** The gate of a series. */
@Path("/v1/series")
@Produces(MediaType.APPLICATION_JSON)
public class JudgementResource {

  private final Judgements judgements;

  JudgementResource(Judgements judgements) {
    this.judgements = judgements;
  }

  /** Has a model judged; it becomes champion if it keeps every rule. Follow {@code Location}. */
  @POST
  @Path("/{name}/judgements")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response request(
      @HeaderParam("Idempotency-Key") String idempotencyKey,
      @PathParam("name") String name,
      @NotNull @Valid JudgementRequest request) {
    JudgementView judgement = judgements.request(name, request, idempotencyKey);
    return Response.accepted(judgement)
        .location(URI.create("/v1/series/" + name + "/judgements/" + judgement.id()))
        .build();
  }

  /** Newest first. */
  @GET
  @Path("/{name}/judgements")
  public Page<JudgementView> list(
      @PathParam("name") String name,
      @QueryParam("before") String before,
      @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
    return judgements.list(name, Optional.ofNullable(before), limit);
  }

  @GET
  @Path("/{name}/judgements/{id}")
  public JudgementView judgement(@PathParam("name") String name, @PathParam("id") String id) {
    return judgements
        .find(name, id)
        .orElseThrow(
            () ->
                new Problem(
                    404,
                    "judgement.unknown",
                    "A judgement that is not here",
                    "Series '" + name + "' has no judgement '" + id + "'.",
                    "List them: GET /v1/series/{name}/judgements."));
  }
}
