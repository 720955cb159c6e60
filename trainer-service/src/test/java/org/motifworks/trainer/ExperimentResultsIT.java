package org.motifworks.trainer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.motifworks.trainer.TinyExperiments.awaitEnd;
import static org.motifworks.trainer.TinyExperiments.experiment;
import static org.motifworks.trainer.TinyExperiments.ready;
import static org.motifworks.trainer.TinyExperiments.request;
import static org.motifworks.trainer.TinyExperiments.start;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.motifworks.kit.artifact.ArtifactStore;
import org.motifworks.kit.event.FactPublisher;
import org.motifworks.kit.id.Ids;

/** What an experiment's finished runs come to: table, report and figures. */
@QuarkusTest
@QuarkusTestResource(TrainerTestServers.class)
@Timeout(200)
class ExperimentResultsIT {

  @Inject ArtifactStore store;
  @Inject FactPublisher publisher;

  /**
   * Two filters that match MAX, one of them a duplicate, and a dead one; all in the interpretation.
   */
  @Test
  void results_areReadFromModelsAndInterpretations() throws Exception {
    ready(store, publisher, "results");
    String id = start(request("results", "results", 1, 1, 2), null);
    JsonPath ended = awaitEnd(id);
    for (String run : ended.getList("runs.id", String.class)) {
      publisher.publish(Ids.next(), TinyInterpretation.commit(store, run));
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> experiment(id).getString("state").equals("SUCCEEDED"));

    JsonPath table = results(id, "application/json").jsonPath();
    double auRoc =
        given().get("/v1/models/" + ended.getString("runs[0].id")).jsonPath().getDouble("auRoc");
    assertThat(table.getBoolean("complete")).isTrue();
    assertThat(table.getList("rows.architecture")).isEqualTo(List.of("four", "six"));
    assertThat(table.getDouble("rows[0].auRoc")).isEqualTo(auRoc);
    assertThat(table.getDouble("rows[0].deadFilters")).isEqualTo(1);
    assertThat(table.getDouble("rows[0].duplicateFilters")).isEqualTo(1);
    assertThat(table.getDouble("rows[0].relevantMatchPercent")).isEqualTo(50);
    assertThat(table.getList("rows[0].matches")).hasSize(4);
    assertThat(table.getDouble("rows[0].matches[0].filtersOfFactor.MAX")).isEqualTo(2);
    assertThat(table.getDouble("rows[0].matches[0].filtersOfFactor.SRF")).isZero();
    assertThat(table.getString("test")).contains("Wilcoxon");
    assertThat(table.getList("comparisons")).hasSize(2);
    assertThat(results(id, "text/csv").asString())
        .startsWith("architecture,trials,")
        .contains("\nfour,1,1,4.0,");
    assertThat(results(id, "application/x-tex").asString()).contains("\\toprule", "four & ");
    given().get("/v1/experiments/none/results").then().statusCode(404);
    assertReport(id, table.getString("rows[0].architecture"));
  }

  private static void assertReport(String id, String architecture) {
    String address = "/v1/experiments/" + id;
    String report =
        given()
            .get(address + "/report.html")
            .then()
            .statusCode(200)
            .contentType(startsWith("text/html"))
            .extract()
            .asString();
    assertThat(report)
        .startsWith("<!DOCTYPE html>")
        .contains("<figure id=\"filters-" + architecture + "\"><svg", "<figure id=\"roc\"><svg")
        .doesNotContain("Not all trials are in")
        .endsWith("</html>\n");
    List<String> names =
        given().get(address + "/figures").then().statusCode(200).extract().path("name");
    assertThat(names).contains("match-share", "learning-curves", "roc", "precision-recall");
    for (String name : names) {
      given()
          .get(address + "/figures/" + name + ".svg")
          .then()
          .statusCode(200)
          .contentType(startsWith("image/svg+xml"))
          .body(containsString("</svg>"));
    }
    given()
        .get(address + "/figures/nothing.svg")
        .then()
        .statusCode(404)
        .body("code", equalTo("figure.unknown"));
    given().get("/v1/experiments/none/report.html").then().statusCode(404);
  }

  private static Response results(String id, String type) {
    var response = given().accept(type).get("/v1/experiments/" + id + "/results");
    response.then().statusCode(200).contentType(startsWith(type));
    return response;
  }
}
