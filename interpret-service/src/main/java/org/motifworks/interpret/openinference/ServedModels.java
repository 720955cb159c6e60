package org.motifworks.interpret.openinference;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jboss.logging.Logger;
import org.motifworks.interpret.model.InferenceException;
import org.motifworks.interpret.model.ModelCache;
import org.motifworks.interpret.model.ModelLease;
import org.motifworks.interpret.registry.ModelSource;
import org.motifworks.interpret.registry.TrainedModel;
import org.motifworks.interpret.score.BatchMeters;
import org.motifworks.interpret.score.LiveScoring;
import org.motifworks.interpret.score.ScoreService;
import org.motifworks.kit.problem.Problem;

/**
 * What the protocol asks of a model. Its only version is its id: that of the model which a name
 * stands for now.
 */
@ApplicationScoped
class ServedModels {
  private static final Logger LOG = Logger.getLogger(ServedModels.class);
  static final String JSON_LENGTH = "Inference-Header-Content-Length";

  private final ModelSource models;
  private final ModelCache cache;
  private final ScoreService scores;
  private final LiveScoring live;
  private final BatchMeters meters;

  ServedModels(
      ModelSource models,
      ModelCache cache,
      ScoreService scores,
      LiveScoring live,
      MeterRegistry metrics) {
    this.meters = new BatchMeters(metrics, "open-inference");
    this.models = models;
    this.cache = cache;
    this.scores = scores;
    this.live = live;
  }

  /** A model as it is asked for: by id or name, and perhaps by version. */
  record Asked(String ref, Optional<String> version) {}

  /** Inputs and outputs. */
  Response metadata(Asked asked) {
    return with(
        asked,
        (model, lease) -> {
          int classes = lease.description().classes().size();
          int window = lease.description().window();
          return Response.ok(
                  Map.of(
                      "name",
                      asked.ref(),
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

  /** 200 once it is loaded and repeats its sample, which this waits for. */
  Response ready(Asked asked) {
    return with(
        asked, (model, lease) -> Response.ok(Map.of("name", asked.ref(), "ready", true)).build());
  }

  /**
   * Scores sequences.
   *
   * @param jsonLength bytes of JSON before the raw tensors, or null
   * @param encoding how the body is packed, or null
   */
  Response infer(Asked asked, String jsonLength, String encoding, InputStream body) {
    return with(
        asked,
        (model, lease) -> {
          try (ScoreService.Lane lane = scores.enter()) {
            byte[] bytes = InferenceBody.read(body, encoding);
            int window = lease.description().window();
            long begun = System.nanoTime();
            InferRequest request = InferRequest.read(bytes, length(jsonLength), window);
            InferAnswer answer =
                InferAnswer.of(request, live.with(model, lease), window, asked.ref(), model.id());
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            meters.answered(request.sequences().size(), 0, took);
            return answer(answer);
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

  private Response with(Asked asked, Use use) {
    try {
      TrainedModel model = models.find(asked.ref());
      requireVersion(asked, model);
      try (ModelLease lease = cache.acquire(model.ref())) {
        return use.of(model, lease);
      }
    } catch (Refused e) {
      return error(e.status(), e.getMessage());
    } catch (Problem e) {
      return error(e.status(), e.details().detail());
    } catch (InferenceException | IOException e) {
      LOG.errorf(e, "model %s cannot answer", asked.ref());
      return error(500, "the model cannot be run: " + e.getMessage());
    }
  }

  private static void requireVersion(Asked asked, TrainedModel model) {
    if (asked.version().isEmpty() || asked.version().get().equals(model.id())) return;
    throw new Refused(
        404,
        "model '%s' has no version '%s', its version is '%s'"
            .formatted(asked.ref(), asked.version().get(), model.id()));
  }

  /** An error as the protocol tells it. */
  static Response error(int status, String message) {
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON)
        .entity(Map.of("error", message))
        .build();
  }
}
