package org.motifworks.trainer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import ai.onnx.proto.OnnxMl.TensorProto;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.motifworks.kit.artifact.ArtifactStore;
import org.motifworks.kit.id.Ids;

/** Models that were made elsewhere, where an operator lets them in. */
@QuarkusTest
@QuarkusTestResource(TrainerTestServers.class)
@TestProfile(ImportIT.Allowed.class)
@Timeout(180)
class ImportIT {

  /** The setting that is off by default, and a bound that a test can pass. */
  public static final class Allowed implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("motifworks.models.import", "true", "motifworks.models.import-limit", "100K");
    }
  }

  private static final int WINDOW = 40;

  @Inject ArtifactStore store;

  @ConfigProperty(name = "motifworks.artifacts.folder")
  String artifacts;

  @Test
  void importedModel_isAVersion_withItsOriginInPlaceOfARun_andTakesAnAlias() throws Exception {
    JsonPath made =
        TinyImports.send(
                "outside", "&classes=MAX,SRF&file=deep.onnx&actor=eva", ScoreGraph.of(WINDOW, 2, 1))
            .statusCode(201)
            .body("named.version", equalTo(1))
            .body("classes", equalTo(List.of("MAX", "SRF")))
            .body("window", equalTo(WINDOW))
            .body("dataset", nullValue())
            .body("imported.file", equalTo("deep.onnx"))
            .body("imported.actor", equalTo("eva"))
            .body("interpretation.problemCode", equalTo("model.imported"))
            .extract()
            .jsonPath();
    String id = made.getString("id");
    byte[] kept = given().get("/v1/models/" + id + "/artifacts/predict.onnx").asByteArray();
    assertThat(kept).isEqualTo(ScoreGraph.of(WINDOW, 2, 1));

    TinyImports.promote(id, "{\"alias\":\"stable\"}").statusCode(200).body("version", equalTo(1));
    TinyImports.promote(id, "{}")
        .statusCode(409)
        .body("code", equalTo("promotion.needs-judgement"));
    TinyImports.promote(id, "{\"force\":true,\"reason\":\"known good\"}").statusCode(200);
    given().get("/v1/models/outside@champion").then().body("id", equalTo(id));
    given()
        .get("/v1/models/outside@1/trace?verify=true")
        .then()
        .body("whole", equalTo(true))
        .body("stages.name", equalTo(List.of("import", "model")))
        .body("stages[0].madeFrom[0]", equalTo(made.getString("imported.sha256")))
        .body("stages[0].detail.actor", equalTo("eva"))
        .body("stages[1].state", equalTo("VERIFIED"));
    given().get("/v1/series/outside/versions").then().body("items[0].state", equalTo("CANDIDATE"));
    given().get("/v1/series/outside").then().body("evaluation", nullValue());
    given().get("/v1/series").then().statusCode(200);
    given().get("/v1/models").then().statusCode(200);
  }

  @Test
  void sameFileAgain_isTheVersionThereIs_andAnotherFileTheNext() throws Exception {
    String first =
        TinyImports.send("again", "", ScoreGraph.of(WINDOW, 3, 1))
            .statusCode(201)
            .body("classes", equalTo(List.of("class-1", "class-2", "class-3")))
            .extract()
            .path("id");
    long kept = imports();
    TinyImports.send("again", "", ScoreGraph.of(WINDOW, 3, 1))
        .statusCode(200)
        .body("id", equalTo(first));
    assertThat(imports()).isEqualTo(kept);
    TinyImports.send("again", "", ScoreGraph.of(WINDOW, 3, 2)).statusCode(201);
    given().get("/v1/series/again/versions").then().body("items.version", equalTo(List.of(2, 1)));
  }

  @Test
  void whatIsRefused_isToldByNode_andLeavesNothingBehind() throws Exception {
    long before = imports();
    byte[] good = ScoreGraph.of(WINDOW, 2, 1);
    byte[] loop =
        ScoreGraph.of(WINDOW, 2, 1, g -> g.addNode(ScoreGraph.node("Loop", "never", "x")));
    refused(loop, 422, "model.operator-not-allowed", "node 'the-never' of operator 'Loop'");
    byte[] outside =
        ScoreGraph.of(
            WINDOW,
            2,
            1,
            g ->
                g.setInitializer(
                    0,
                    g.getInitializer(0).toBuilder()
                        .clearFloatData()
                        .setDataLocation(TensorProto.DataLocation.EXTERNAL)));
    refused(outside, 422, "model.external-data", "constant 'w'");
    refused(Arrays.copyOf(good, good.length / 2), 422, "model.corrupt", "no whole ONNX graph");
    refused("this is no graph".getBytes(), 422, "model.corrupt", "evil.onnx");
    refused(new byte[0], 422, "model.corrupt", "evil.onnx");
    refused(ScoreGraph.of(10_000, 3, 1), 413, "model.too-large", "102400 bytes");
    byte[] oneHot = ScoreGraph.of(WINDOW, 2, 1, g -> g.getInputBuilder(0).setName("one_hot"));
    refused(oneHot, 422, "model.signature", "it takes ['one_hot'], not {tokens");
    TinyImports.send("evil", "&classes=a,b,c", good)
        .statusCode(422)
        .body("code", equalTo("model.class-names"));
    TinyImports.send("evil", "&classes=a,a", good)
        .statusCode(422)
        .body("code", equalTo("model.class-names"));
    TinyImports.send("no@name", "", good).statusCode(422);
    given().get("/v1/series/evil").then().statusCode(404);
    assertThat(imports()).isEqualTo(before);
    try (Stream<Path> staged = Files.list(Path.of(artifacts, ".staging"))) {
      assertThat(staged).isEmpty();
    }
  }

  @Test
  void retiredImport_isCollected_andOneWithoutARowToo() throws Exception {
    String id = TinyImports.send("passing", "", ScoreGraph.of(WINDOW, 2, 5)).extract().path("id");
    String kept = TinyImports.send("passing", "", ScoreGraph.of(WINDOW, 2, 6)).extract().path("id");
    try (var staging = store.stage("imports/" + Ids.next())) {
      Files.writeString(staging.folder().resolve("predict.onnx"), "cut off");
      staging.commit("model");
    }
    given().delete("/v1/models/" + id).then().statusCode(200);
    makeAllOld();
    given()
        .get("/v1/garbage/models?olderThan=PT1H")
        .then()
        .statusCode(200)
        .body("items.findAll { it.key.startsWith('imports/') }", hasSize(1))
        .body("items.reason", everyItem(containsString("never finished")));
    assertThat(store.find("imports/" + kept)).isPresent();
  }

  @Test
  void jsonOverAMegabyte_isRefused() {
    given()
        .contentType("application/json")
        .body("{\"name\": \"" + "x".repeat(1 << 20) + "\"}")
        .post("/v1/series")
        .then()
        .statusCode(413)
        .body("code", equalTo("request.too-large"));
  }

  private void refused(byte[] graph, int status, String code, String detail) {
    TinyImports.send("evil", "&file=evil.onnx", graph)
        .statusCode(status)
        .contentType("application/problem+json")
        .body("code", equalTo(code))
        .body("detail", containsString("evil.onnx"))
        .body("detail", containsString(detail));
  }

  private long imports() throws IOException {
    return store.list("imports").size();
  }

  private void makeAllOld() throws IOException {
    FileTime then = FileTime.from(Instant.now().minus(Duration.ofDays(8)));
    for (var artifact : store.list("imports")) {
      Files.setLastModifiedTime(Path.of(artifacts, artifact.key(), "manifest.json"), then);
    }
  }
}
