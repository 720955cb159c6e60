package org.motifworks.standalone.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.motifworks.standalone.api.Api;
import org.motifworks.standalone.api.DatasetView;
import org.motifworks.standalone.api.ProblemException;

/** Asks for jobs so that the same wish leads to the same job, unless that one went wrong. */
public final class JobRequests {

  private static final Set<String> SPENT = Set.of("FAILED", "CANCELLED", "RETIRED", "DELETED");
  private static final int ATTEMPTS = 100;

  /** The trainer hears of a dataset through Kafka, a moment after it is READY. */
  private static final Duration NEWS_PATIENCE = Duration.ofSeconds(60);

  private final Api api;

  public JobRequests(Api api) {
    this.api = api;
  }

  /**
   * The dataset that this key made before, or a new one.
   *
   * @param key names the settings
   */
  public JsonNode dataset(ObjectNode request, String key) {
    return unspent(key, attempt -> api.post("/v1/datasets", request, Optional.of(attempt)));
  }

  /** The run that this key started before, or a new one. */
  public JsonNode run(ObjectNode request, String key) {
    return unspent(key, attempt -> run(request, Optional.of(attempt)));
  }

  /**
   * A run; waits for the trainer to hear of a dataset that is ready.
   *
   * @param idempotencyKey the same key gives the same run again
   */
  public JsonNode run(ObjectNode request, Optional<String> idempotencyKey) {
    String dataset = request.path("dataset").asText();
    return patiently(dataset, () -> api.post("/v1/runs", request, idempotencyKey));
  }

  /** The experiment that this key led to before, or a new one; waits as for a run. */
  public JsonNode experiment(ObjectNode request, String key) {
    String dataset = request.path("dataset").asText();
    return patiently(dataset, () -> api.post("/v1/experiments", request, Optional.of(key)));
  }

  private JsonNode patiently(String dataset, Supplier<JsonNode> ask) {
    long deadline = System.nanoTime() + NEWS_PATIENCE.toNanos();
    while (true) {
      try {
        return ask.get();
      } catch (ProblemException e) {
        boolean notHeardYet = e.code().equals("dataset.unknown") && isReady(dataset);
        if (!notHeardYet || System.nanoTime() > deadline) throw e;
      }
      try {
        Thread.sleep(250);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private boolean isReady(String dataset) {
    return api.find("/v1/datasets/" + Api.segment(dataset))
        .map(DatasetView::of)
        .filter(DatasetView::isReady)
        .isPresent();
  }

  private interface Ask {
    JsonNode with(String idempotencyKey);
  }

  /** A key leads to its old job even when that failed: the next number leads to a new one. */
  private static JsonNode unspent(String key, Ask ask) {
    JsonNode job = ask.with(key + "-1");
    for (int attempt = 2; attempt <= ATTEMPTS && isSpent(job); attempt++) {
      job = ask.with(key + "-" + attempt);
    }
    return job;
  }

  private static boolean isSpent(JsonNode job) {
    return SPENT.contains(job.path("state").asText());
  }
}
