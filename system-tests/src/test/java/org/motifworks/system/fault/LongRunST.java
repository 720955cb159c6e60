package org.motifworks.system.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.motifworks.contracts.event.Topic;
import org.motifworks.system.PublicDoor;
import org.motifworks.system.RunningSystem;
import org.motifworks.system.SmallModel;

/**
 * A run that lasts longer than the lease of its row (6 s here, 30 s by default) and than the
 * session and transactions of Kafka's clients (10 s) is neither taken from its worker nor trained
 * twice, and every service says all the while that it lives.
 */
class LongRunST {

  private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(10);
  private static final List<String> SERVICES =
      List.of("data-service", "trainer-service", "interpret-service", "gateway");

  private final PublicDoor door = RunningSystem.door();
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void run_longerThanEveryTimeout_isTrainedOnce_andLivenessStaysUp() throws Exception {
    // As many epochs as it takes here.
    for (int epochs = 60; !lastedLongEnough(epochs); epochs *= 3) {
      assertThat(epochs).as("epochs of a few milliseconds").isLessThan(10_000);
    }
  }

  private boolean lastedLongEnough(int epochs) throws Exception {
    String id =
        door.start(
            "/v1/runs",
            """
            {"dataset": "%s", "architecture": "cnn-25", "seed": 77,
             "training": {"maximumEpochs": %d, "patience": %d}}"""
                .formatted(SmallModel.get().dataset(), epochs, epochs));
    JsonNode[] run = new JsonNode[1];
    Awaitility.await("the end of the run")
        .atMost(Duration.ofMinutes(4))
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> {
              for (String service : SERVICES)
                assertThat(liveness(service)).as(service).isEqualTo(200);
              run[0] = PublicDoor.read(door.get("/v1/runs/" + id).body());
              return run[0].get("state").asText().matches("SUCCEEDED|FAILED|CANCELLED");
            });
    assertThat(run[0].get("state").asText()).as(run[0].toString()).isEqualTo("SUCCEEDED");
    assertThat(run[0].get("attempts").asInt()).isEqualTo(1);
    try (Told told = new Told()) {
      String subject = Topic.RUNS.topicName() + "/" + id;
      Awaitility.await("its fact")
          .until(
              () -> {
                told.readOn();
                return !told.endings(subject).isEmpty();
              });
      assertThat(told.endings(subject)).hasSize(1);
    }
    Duration lasted = Duration.between(instant(run[0], "startedAt"), instant(run[0], "endedAt"));
    return lasted.compareTo(LONGEST_TIMEOUT) > 0;
  }

  private static Instant instant(JsonNode run, String field) {
    return Instant.parse(run.get(field).asText());
  }

  private int liveness(String service) throws IOException, InterruptedException {
    int port = RunningSystem.get().status().service(service).orElseThrow().port();
    URI live = URI.create("http://localhost:" + port + "/q/health/live");
    HttpRequest request = HttpRequest.newBuilder(live).timeout(Duration.ofSeconds(10)).build();
    return client.send(request, BodyHandlers.discarding()).statusCode();
  }
}
