package org.motifworks.kit.log;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.motifworks.contracts.event.RunCancelled;
import org.motifworks.contracts.event.Topic;
import org.motifworks.contracts.json.Json;
import org.motifworks.kit.Servers;
import org.motifworks.kit.event.FactConsumer;
import org.motifworks.kit.event.KafkaSettings;
import org.motifworks.kit.event.Outbox;
import org.motifworks.kit.id.Ids;
import org.motifworks.kit.job.JobOutcome;
import org.motifworks.kit.job.JobQueue;
import org.motifworks.kit.job.JobState;
import org.motifworks.kit.job.JobWorkers;
import org.motifworks.kit.job.NewJob;
import org.motifworks.kit.job.WorkerSettings;

/** Reads the JSON lines that the kit's application logs. */
@QuarkusTest
@WithTestResource(Servers.class)
class LogLinesIT {

  private static final Logger LOG = Logger.getLogger(LogLinesIT.class);
  private static final Path FILE = Path.of("target/kit-test.log.json");
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Inject JobQueue queue;
  @Inject Outbox outbox;
  @Inject KafkaSettings kafka;

  @Test
  void job_isInTheLinesOfItsHandler_andOfNoOtherWork() {
    String kind = "log-lines-" + Ids.next();
    String first = queue.enqueue(NewJob.of(kind, Map.of())).id();
    String second = queue.enqueue(NewJob.of(kind, Map.of())).id();
    WorkerSettings oneSlot =
        new WorkerSettings(
            1, Duration.ofSeconds(30), Duration.ofMillis(200), Duration.ofMillis(200), PATIENCE);
    try (JobWorkers workers =
        new JobWorkers(
            queue,
            Map.of(
                kind,
                context -> {
                  LOG.infof("working on %s", context.id());
                  return JobOutcome.succeeded(Map.of(), () -> {});
                }),
            oneSlot,
            "log-lines")) {
      workers.start();
      for (String id : List.of(first, second)) {
        await()
            .atMost(PATIENCE)
            .until(() -> queue.find(id).orElseThrow().state() == JobState.SUCCEEDED);
        JsonNode ids = line("working on " + id).get("mdc");
        assertThat(ids.get("jobId").textValue()).isEqualTo(id);
        assertThat(ids.get("jobKind").textValue()).isEqualTo(kind);
        assertThat(ids.get("jobAttempt").textValue()).isEqualTo("1");
      }
    }
  }

  @Test
  void fact_isInTheLinesOfItsHandler() {
    String run = Ids.next();
    try (FactConsumer consumer =
        new FactConsumer(
            kafka,
            "log-lines-" + run,
            List.of(Topic.RUNS),
            envelope -> {
              if (envelope.fact().subject().equals(run)) LOG.infof("heard of %s", run);
            })) {
      consumer.start();
      String fact = outbox.append(new RunCancelled(run, 1, "test"));
      JsonNode ids = line("heard of " + run).get("mdc");
      assertThat(ids.get("factId").textValue()).isEqualTo(fact);
      assertThat(ids.get("factType").textValue()).isEqualTo("motifworks.run.cancelled.v1");
    }
  }

  @Test
  void request_isInItsLines_andNotInThoseOfTheNext() {
    String id = Ids.next();
    given().header("x-request-id", id).get("/test/mistake").then().statusCode(500);
    JsonNode itsLine = line(json -> id.equals(json.at("/mdc/requestId").textValue()));
    assertThat(itsLine.get("level").textValue()).isEqualTo("ERROR");

    String withoutId = "after " + id;
    given().queryParam("say", withoutId).get("/test/said").then().statusCode(204);
    assertThat(line(withoutId).at("/mdc/requestId").isMissingNode()).isTrue();
  }

  private static JsonNode line(String message) {
    return line(json -> message.equals(json.path("message").textValue()));
  }

  private static JsonNode line(Predicate<JsonNode> wanted) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> {
              try (Stream<String> lines = Files.lines(FILE)) {
                return lines
                    .map(LogLinesIT::parsed)
                    .flatMap(Optional::stream)
                    .filter(wanted)
                    .findFirst();
              } catch (IOException e) {
                return Optional.<JsonNode>empty();
              }
            },
            Optional::isPresent)
        .orElseThrow();
  }

  /** Empty for a line that is still being written. */
  private static Optional<JsonNode> parsed(String line) {
    try {
      return Optional.of(Json.mapper().readTree(line));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
