package org.motifworks.data.dataset;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.motifworks.data.archive.ArtifactZip;
import org.motifworks.data.upload.Upload;
import org.motifworks.kit.artifact.Artifact;
import org.motifworks.kit.artifact.ArtifactStore;
import org.motifworks.kit.page.Page;
import org.motifworks.kit.problem.Problem;

/** The door to datasets. */
@Path("/v1/datasets")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class DatasetResource {

  private final Datasets datasets;
  private final DatasetRequests requests;
  private final DatasetEventStream events;
  private final ArtifactStore store;

  DatasetResource(
      Datasets datasets, DatasetRequests requests, DatasetEventStream events, ArtifactStore store) {
    this.datasets = datasets;
    this.requests = requests;
    this.events = events;
    this.store = store;
  }

  /**
   * Accepts a dataset to be made and answers before it is made: follow {@code Location}.
   *
   * @throws Problem {@code request.unreadable}, or what is wrong with the source
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBody(content = @Content(schema = @Schema(implementation = DatasetRequest.class)))
  public Response request(@HeaderParam("Idempotency-Key") String idempotencyKey, String request) {
    return accepted(requests.accept(request, idempotencyKey));
  }

  /** The same with files: JSON in the part {@code request}, one part for each file it names. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response upload(
      @HeaderParam("Idempotency-Key") String idempotencyKey, MultipartFormDataInput parts)
      throws IOException {
    return accepted(requests.accept(Upload.of(parts), idempotencyKey));
  }

  /** Newest first. */
  @GET
  public Page<DatasetView> list(
      @QueryParam("limit") @DefaultValue("50") int limit, @QueryParam("before") String before) {
    if (limit < 1 || limit > Page.MAXIMUM) {
      throw new Problem(
          422,
          "page.limit",
          "A page of no such length",
          "limit is " + limit + ".",
          "Ask for 1 to " + Page.MAXIMUM + " items.");
    }
    return datasets.list(limit, Optional.ofNullable(before));
  }

  @GET
  @Path("/{idOrName}")
  public DatasetView view(@PathParam("idOrName") String idOrName) {
    return datasets.view(idOrName);
  }

  /** Cancels it while it is being made, retires it once it is ready. */
  @DELETE
  @Path("/{idOrName}")
  public Response remove(@PathParam("idOrName") String idOrName) {
    return Response.accepted(datasets.remove(idOrName)).build();
  }

  /** All its files, with the manifest that proves them, as one zip. */
  @GET
  @Path("/{idOrName}/archive")
  @Produces("application/zip")
  public Response archive(@PathParam("idOrName") String idOrName) {
    DatasetView dataset = datasets.view(idOrName);
    if (dataset.state() == DatasetState.DELETED) throw DatasetProblems.deleted(dataset);
    Artifact artifact =
        store.open(dataset.ref().orElseThrow(() -> DatasetProblems.notReady(dataset)));
    StreamingOutput zip = out -> ArtifactZip.write(artifact, out);
    return Response.ok(zip)
        .header("Content-Disposition", "attachment; filename=\"" + dataset.name() + ".zip\"")
        .build();
  }

  /** Events {@code state} and {@code progress} until it has ended. */
  @GET
  @Path("/{idOrName}/events")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public Multi<OutboundSseEvent> events(@PathParam("idOrName") String idOrName, @Context Sse sse) {
    return events.of(datasets.view(idOrName).id(), sse);
  }

  private Response accepted(String id) {
    return Response.accepted(datasets.view(id)).location(URI.create("/v1/datasets/" + id)).build();
  }
}
