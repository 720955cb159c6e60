package org.motifworks.data.scoring;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.motifworks.contracts.json.Json;
import org.motifworks.kit.artifact.Artifact;
import org.motifworks.kit.artifact.ArtifactStore;
import org.motifworks.kit.artifact.StoreUnavailable;
import org.motifworks.kit.page.Page;
import org.motifworks.kit.problem.Problem;

/** The door to bulk scorings. */
@Path("/v1/scorings")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class ScoringResource {

  private final Scorings scorings;
  private final ArtifactStore store;

  ScoringResource(Scorings scorings, ArtifactStore store) {
    this.scorings = scorings;
    this.store = store;
  }

  /**
   * Accepts a scoring and answers before it is done: follow {@code Location}.
   *
   * @throws Problem {@code request.unreadable}, or what is wrong with the request
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBody(content = @Content(schema = @Schema(implementation = ScoringRequest.class)))
  public Response request(@HeaderParam("Idempotency-Key") String idempotencyKey, String request) {
    ScoringView view = scorings.request(request, idempotencyKey);
    return Response.accepted(view).location(URI.create("/v1/scorings/" + view.id())).build();
  }

  /** Newest first. */
  @GET
  public Page<ScoringView> list(
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAXIMUM) int limit,
      @QueryParam("before") String before) {
    return scorings.list(limit, Optional.ofNullable(before));
  }

  /** Where the files lie that a scoring may be of. */
  @GET
  @Path("/inputs")
  public ScoringInputs inputs() {
    return scorings.inputs();
  }

  @GET
  @Path("/{id}")
  public ScoringView view(@PathParam("id") String id) {
    return scorings.view(id);
  }

  /**
   * Cancels one that has not ended, and retires one that has: its table is garbage then.
   *
   * @param cancel true to leave one alone that has ended
   */
  @DELETE
  @Path("/{id}")
  public Response remove(
      @PathParam("id") String id, @QueryParam("cancel") @DefaultValue("false") boolean cancel) {
    return Response.accepted(cancel ? scorings.cancel(id) : scorings.remove(id)).build();
  }

  /** The table: a row a sequence, region or alternative allele, in the order of the input. */
  @GET
  @Path("/{id}/scores.tsv.gz")
  @Produces("application/gzip")
  public Response scores(@PathParam("id") String id) {
    return Response.ok(file(id, ScoringResult.TABLE))
        .header("Content-Disposition", "attachment; filename=\"" + id + ".tsv.gz\"")
        .build();
  }

  /** One of the tracks that were asked for instead of a table: bigWig. */
  @GET
  @Path("/{id}/tracks/{file}")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  public Response track(@PathParam("id") String id, @PathParam("file") String file) {
    return Response.ok(file(id, file))
        .header("Content-Disposition", "attachment; filename=\"" + file + "\"")
        .build();
  }

  /** What the table was made from: model, options, hashes of the files. */
  @GET
  @Path("/{id}/scoring.json")
  public JsonNode provenance(@PathParam("id") String id) {
    try {
      return Json.mapper().readTree(file(id, ScoringResult.PROVENANCE));
    } catch (IOException e) {
      throw new StoreUnavailable("scoring " + id + " cannot be read now", e);
    }
  }

  private File file(String id, String name) {
    ScoringView view = scorings.view(id);
    ScoringResult result =
        view.result()
            .filter(there -> view.state() != ScoringState.RETIRED)
            .orElseThrow(() -> ScoringProblems.noScores(id, view.state()));
    Artifact artifact = store.open(result.ref());
    return artifact.file(name).toFile();
  }
}
