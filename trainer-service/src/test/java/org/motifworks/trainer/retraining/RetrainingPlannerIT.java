package org.motifworks.trainer.retraining;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.motifworks.contracts.event.DatasetReady;
import org.motifworks.kit.artifact.ArtifactStore;
import org.motifworks.kit.event.FactPublisher;
import org.motifworks.kit.id.Ids;
import org.motifworks.trainer.TinyDataset;
import org.motifworks.trainer.TrainerTestServers;
import org.motifworks.trainer.dataset.KnownDatasets;

/** Planners that work at once, as those of several replicas do. */
@QuarkusTest
@QuarkusTestResource(TrainerTestServers.class)
@Timeout(120)
class RetrainingPlannerIT {

  private static final String NAME = "planned";

  @Inject ArtifactStore store;
  @Inject FactPublisher publisher;
  @Inject KnownDatasets datasets;
  @Inject RetrainingPlanner planner;
  @Inject Retraining retraining;

  @Test
  void manyPlanners_andManyTriggers_leadToOneRun() throws Exception {
    DatasetReady dataset = TinyDataset.commit(store, NAME);
    publisher.publish(Ids.next(), dataset);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> QuarkusTransaction.requiringNew().call(() -> datasets.find(NAME)).isPresent());
    post("/v1/series", "{\"name\":\"planned\",\"dataset\":\"planned\"}");
    given()
        .contentType(ContentType.JSON)
        .body(
            "{\"dataset\":\"planned\",\"enabled\":false,\"architecture\":{\"name\":\"tiny\","
                + "\"convolutions\":[{\"filters\":4,\"size\":9,\"pool\":{\"size\":4}}],"
                + "\"dense\":[{\"units\":4}]}}")
        .put("/v1/series/planned/policy")
        .then()
        .statusCode(200);
    ExecutorService planners = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Integer>> turns = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        boolean asks = i < 5;
        turns.add(
            () -> {
              if (asks) retraining.ask(NAME, "test", "at once");
              planner.plan();
              return retraining.view(NAME).cycles().size();
            });
      }
      for (Future<Integer> turn : planners.invokeAll(turns)) {
        assertThat(turn.get()).isLessThanOrEqualTo(1);
      }
    } finally {
      planners.shutdownNow();
    }
    String run =
        await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> newest().run().orElse(""), id -> !id.isEmpty());
    List<String> runs =
        given()
            .get("/v1/runs?dataset=" + dataset.subject())
            .jsonPath()
            .getList("items.id", String.class);
    assertThat(runs).containsExactly(run);
    int served = newest().triggers().size();
    assertThat(served + retraining.view(NAME).waitingTriggers()).isEqualTo(5);
    retraining.clear(NAME); // what waits is not to run
    given().delete("/v1/runs/" + run);
  }

  private RetrainingView.CycleView newest() {
    return retraining.view(NAME).cycles().get(0);
  }

  private static void post(String path, String body) {
    given().contentType(ContentType.JSON).body(body).post(path).then().statusCode(201);
  }
}
