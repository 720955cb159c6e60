package org.motifworks.interpret.openinference;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;
import org.motifworks.interpret.job.InterpretReadiness;
import org.motifworks.interpret.model.InferenceException;
import org.motifworks.interpret.model.ModelCache;
import org.motifworks.interpret.model.ModelLease;
import org.motifworks.interpret.registry.ModelSource;
import org.motifworks.interpret.registry.TrainedModel;
import org.motifworks.interpret.score.LiveScoring;
import org.motifworks.interpret.score.ScoreService;
import org.motifworks.kit.problem.Problem;

/** The protocol's doors. Errors are its own: {@code {"error": "..."}}. */
@Path("/v2")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class OpenInferenceResource {
  private static final Logger LOG = Logger.getLogger(OpenInferenceResource.class);
  private static final String JSON_LENGTH = "Inference-Header-Content-Length";
  private static final int LONGEST_BODY = 4 << 20;

  private final ModelSource models;
  private final ModelCache cache;
  private final ScoreService scores;
  private final LiveScoring live;
  private final InterpretReadiness readiness;
  private final String version;

  OpenInferenceResource(
      ModelSource models,
      ModelCache cache,
      ScoreService scores,
      LiveScoring live,
      @Readiness InterpretReadiness readiness,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    this.models = models;
    this.cache = cache;
    this.scores = scores;
    this.live = live;
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
    return with(
        ref,
        (model, lease) -> {
          int classes = lease.description().classes().size();
          int window = lease.description().window();
          return Response.ok(
                  Map.of(
                      "name",
                      ref,
                      "versions",
                      List.of(model.id()),
                      "platform",
                      "onnxruntime_onnx",
                      "inputs",
                      List.of(
                          tensor(InferRequest.SEQUENCE, "BYTES", -1),
                          tensor(InferRequest.TOKENS, "UINT8", -1, window)),
                      "outputs",
                      List.of(
                          tensor(InferRequest.PROBABILITIES, "FP32", -1, classes),
                          tensor(InferRequest.LOGITS, "FP32", -1, classes)),
                      "parameters",
                      Map.of("classes", lease.description().classes(), "window", window)))
              .build();
        });
  }

  /** 200 once the model is loaded and repeats its sample, which this waits for. */
  @GET
  @Path("/models/{ref}/ready")
  public Response ready(@PathParam("ref") String ref) {
    return with(ref, (model, lease) -> Response.ok(Map.of("name", ref, "ready", true)).build());
  }

  /** Scores sequences: one of the two inputs in, probabilities and logits out. */
  @POST
  @Path("/models/{ref}/infer")
  @Consumes(MediaType.WILDCARD)
  @Produces(MediaType.WILDCARD)
  public Response infer(
      @PathParam("ref") String ref, @HeaderParam(JSON_LENGTH) String jsonLength, InputStream body) {
    return with(
        ref,
        (model, lease) -> {
          try (ScoreService.Lane lane = scores.enter()) {
            byte[] bytes = body.readNBytes(LONGEST_BODY + 1);
            if (bytes.length > LONGEST_BODY) return error(413, "over " + LONGEST_BODY + " bytes");
            int window = lease.description().window();
            InferRequest request = InferRequest.read(bytes, length(jsonLength), window);
            return answer(
                InferAnswer.of(request, live.with(model, lease), window, ref, model.id()));
          }
        });
  }

  private static Response answer(InferAnswer answer) {
    if (answer.jsonBytes().isEmpty()) {
      return Response.ok(answer.body(), MediaType.APPLICATION_JSON).build();
    }
    return Response.ok(answer.body(), MediaType.APPLICATION_OCTET_STREAM)
        .header(JSON_LENGTH, answer.jsonBytes().getAsInt())
        .build();
  }

  private static OptionalInt length(String header) {
    if (header == null) return OptionalInt.empty();
    if (header.matches("[0-9]{1,9}")) return OptionalInt.of(Integer.parseInt(header));
    throw new Refused(JSON_LENGTH + " is no number: " + header);
  }

  private static Map<String, Object> tensor(String name, String datatype, int... shape) {
    return Map.of("name", name, "datatype", datatype, "shape", shape);
  }

  private interface Use {
    Response of(TrainedModel model, ModelLease lease) throws IOException;
  }

  private Response with(String ref, Use use) {
    try {
      TrainedModel model = models.find(ref);
      try (ModelLease lease = cache.acquire(model.ref())) {
        return use.of(model, lease);
      }
    } catch (Refused e) {
      return error(400, e.getMessage());
    } catch (Problem e) {
      return error(e.status(), e.details().detail());
    } catch (InferenceException | IOException e) {
      LOG.errorf(e, "model %s cannot answer", ref);
      return error(500, "the model cannot be run: " + e.getMessage());
    }
  }

  private static Response error(int status, String message) {
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON)
        .entity(Map.of("error", message))
        .build();
  }
}
