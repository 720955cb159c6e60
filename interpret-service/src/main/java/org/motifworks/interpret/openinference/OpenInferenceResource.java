package org.motifworks.interpret.openinference;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.motifworks.interpret.job.InterpretReadiness;

/** The protocol's doors. Errors are its own: {@code {"error": "..."}}. */
@Path("/v2")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class OpenInferenceResource {
  private final ServedModels models;
  private final InterpretReadiness readiness;
  private final String version;

  OpenInferenceResource(
      ServedModels models,
      @Readiness InterpretReadiness readiness,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    this.models = models;
    this.readiness = readiness;
    this.version = version;
  }

  /** What the server is. */
  @GET
  public Map<String, Object> server() {
    return Map.of(
        "name", "motifworks", "version", version, "extensions", List.of("binary_tensor_data"));
  }

  @GET
  @Path("/health/live")
  public Map<String, Object> live() {
    return Map.of("live", true);
  }

  /** 200 when requests can be answered, else 503. */
  @GET
  @Path("/health/ready")
  public Response ready() {
    boolean up = readiness.call().getStatus() == HealthCheckResponse.Status.UP;
    return Response.status(up ? 200 : 503).entity(Map.of("ready", up)).build();
  }

  /** Inputs and outputs; its version is the model's id. */
  @GET
  @Path("/models/{ref}")
  public Response model(@PathParam("ref") String ref) {
    return models.metadata(newest(ref));
  }

  /** 200 once the model is loaded and repeats its sample, which this waits for. */
  @GET
  @Path("/models/{ref}/ready")
  public Response ready(@PathParam("ref") String ref) {
    return models.ready(newest(ref));
  }

  /** Scores sequences: one of the two inputs in, probabilities and logits out. */
  @POST
  @Path("/models/{ref}/infer")
  @Consumes(MediaType.WILDCARD)
  @Produces(MediaType.WILDCARD)
  public Response infer(
      @PathParam("ref") String ref,
      @HeaderParam(ServedModels.JSON_LENGTH) String jsonLength,
      @HeaderParam(HttpHeaders.CONTENT_ENCODING) String encoding,
      InputStream body) {
    return models.infer(newest(ref), jsonLength, encoding, body);
  }

  /** The same of a model that must have that version. */
  @GET
  @Path("/models/{ref}/versions/{version}")
  public Response model(@PathParam("ref") String ref, @PathParam("version") String version) {
    return models.metadata(versioned(ref, version));
  }

  /** The same of a model that must have that version. */
  @GET
  @Path("/models/{ref}/versions/{version}/ready")
  public Response ready(@PathParam("ref") String ref, @PathParam("version") String version) {
    return models.ready(versioned(ref, version));
  }

  /** The same by a model that must have that version. */
  @POST
  @Path("/models/{ref}/versions/{version}/infer")
  @Consumes(MediaType.WILDCARD)
  @Produces(MediaType.WILDCARD)
  public Response infer(
      @PathParam("ref") String ref,
      @PathParam("version") String version,
      @HeaderParam(ServedModels.JSON_LENGTH) String jsonLength,
      @HeaderParam(HttpHeaders.CONTENT_ENCODING) String encoding,
      InputStream body) {
    return models.infer(versioned(ref, version), jsonLength, encoding, body);
  }

  /** What extensions of the protocol add and this server has not, so that clients can read it. */
  @GET
  @Path("/{path: .+}")
  @Operation(hidden = true)
  public Response notOffered(@PathParam("path") String path) {
    return ServedModels.error(404, "this server does not offer /v2/" + path);
  }

  /** The same where something is sent. */
  @POST
  @Path("/{path: .+}")
  @Consumes(MediaType.WILDCARD)
  @Operation(hidden = true)
  public Response notOfferedEither(@PathParam("path") String path) {
    return notOffered(path);
  }

  private static ServedModels.Asked newest(String ref) {
    return new ServedModels.Asked(ref, Optional.empty());
  }

  private static ServedModels.Asked versioned(String ref, String version) {
    return new ServedModels.Asked(ref, Optional.of(version));
  }
}
