package org.motifworks.interpret.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.contracts.event.ModelPromoted;
import org.motifworks.contracts.json.Json;
import org.motifworks.interpret.InterpretEnvironment;
import org.motifworks.interpret.registry.ModelSource;
import org.motifworks.kit.event.FactPublisher;

/** A series' shadow beside its champion, with real models and aliases from a real broker. */
@QuarkusTest
@QuarkusTestResource(InterpretEnvironment.class)
class ShadowIT {
  private static final long SEED = 2019;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Inject ModelSource models;
  @Inject FactPublisher publisher;

  @Test
  void shadow_isComparedOnWhatTheChampionIsAsked_andNobodySeesItsScores() throws IOException {
    String series = "shadowed-" + UUID.randomUUID();
    promote(series, "champion", "tiny");
    promote(series, "shadow", "deep");
    String champion = series + "@champion";
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                models.served(champion).isPresent()
                    && models.served(series + "@shadow").isPresent());
    assertThat(report("tiny").path("shadow").isMissingNode()).isTrue();
    assertThat(report(champion).path("sequences").asInt()).isZero();

    String sequences = sequences(100);
    String[] answer = score(champion, sequences);
    String[] tiny = score("tiny", sequences);
    String[] deep = score("deep", sequences);
    for (int i = 0; i < 100; i++) assertThat(answer[i]).isEqualTo(tiny[i]);

    await().atMost(PATIENCE).until(() -> report(champion).path("sequences").asInt() == 100);
    JsonNode report = report(champion);
    assertThat(report.path("served").asText()).isEqualTo("tiny");
    assertThat(report.path("shadow").asText()).isEqualTo("deep");
    assertThat(report.path("passedOver").asInt()).isZero();
    for (JsonNode found : report.path("classes")) {
      String name = found.path("name").asText();
      double sum = 0;
      for (int i = 0; i < 100; i++) sum += Math.abs(of(tiny[i], name) - of(deep[i], name));
      assertThat(found.path("meanDifference").asDouble()).isCloseTo(sum / 100, within(1e-6));
      assertThat(found.path("meanDifference").asDouble()).isPositive();
    }
    assertThat(given().get("/q/metrics").asString())
        .contains("motifworks_shadow_sequences_total{result=\"compared\",series=\"" + series);
  }

  private void promote(String series, String alias, String model) {
    ArtifactRef ref = models.find(model).ref();
    publisher.publish(
        UUID.randomUUID().toString(),
        new ModelPromoted(
            series + "@" + alias, 1, series, alias, 1, model, ref, Optional.empty(), "eva", "try"));
  }

  private static String[] score(String model, String sequences) {
    return given()
        .contentType("text/plain")
        .body(sequences)
        .post("/v1/models/" + model + "/score")
        .then()
        .statusCode(200)
        .extract()
        .asString()
        .split("\n");
  }

  private static JsonNode report(String model) throws IOException {
    return Json.mapper().readTree(given().get("/v1/models/" + model + "/shadow").asString());
  }

  private static double of(String line, String name) throws IOException {
    return Json.mapper().readTree(line).path("scores").path(name).asDouble();
  }

  private static String sequences(int count) {
    SplittableRandom random = new SplittableRandom(SEED);
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      for (int p = 0; p < 100; p++) lines.append("ACGT".charAt(random.nextInt(4)));
      lines.append('\n');
    }
    return lines.toString();
  }
}
