package org.motifworks.interpret.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.core.sequence.DnaAlphabet;
import org.motifworks.interpret.InterpretEnvironment;
import org.motifworks.interpret.model.ModelCache;
import org.motifworks.interpret.model.ModelLease;
import org.motifworks.interpret.model.TokenBatch;
import org.motifworks.kit.artifact.ArtifactStore;

/** Single sequences explained over HTTP. */
@QuarkusTest
@QuarkusTestResource(InterpretEnvironment.class)
class ExplanationIT {
  private static final String SEQUENCE = "N" + "ACGTTGCATC".repeat(10).substring(1);

  @Inject ModelCache cache;
  @Inject ArtifactStore store;

  /** Each substitution scored alone, as a slow person would. */
  @Test
  void mutagenesis_tellsWhatEachSubstitutionDoes() {
    JsonPath answer = post("/v1/models/deep/mutagenesis", "MAX").extract().jsonPath();
    List<List<Float>> effects = answer.getList("effects");
    assertThat(effects).hasSize(100);
    ArtifactRef deep = store.find("models/tiny/deep").orElseThrow();
    try (ModelLease lease = cache.acquire(deep)) {
      int classIndex = lease.description().classes().indexOf("MAX");
      float logit = logit(lease, SEQUENCE, classIndex);
      assertThat(answer.getFloat("logit")).isCloseTo(logit, within(1e-4f));
      for (int i = 0; i < 100; i += 7) {
        for (int letter = 0; letter < 4; letter++) {
          String changed =
              SEQUENCE.substring(0, i) + "ACGT".charAt(letter) + SEQUENCE.substring(i + 1);
          assertThat(effects.get(i).get(letter))
              .isCloseTo(logit(lease, changed, classIndex) - logit, within(2e-5f));
        }
      }
    }
    assertThat(answer.getString("svg")).startsWith("<svg ").endsWith("</svg>");
  }

  @Test
  void explanations_nameTheModel_andWhatItWasAskedForBy() {
    for (String path : List.of("saliency", "mutagenesis")) {
      post("/v1/models/demo@champion/" + path, "MAX")
          .body("model", equalTo("tiny"))
          .body("reference", equalTo("demo@champion"));
      post("/v1/models/tiny/" + path, "MAX").body("reference", equalTo("tiny"));
    }
  }

  @Test
  void bedGraph_hasAValueForEachPosition() {
    JsonPath map = post("/v1/models/deep/mutagenesis", "MAX").extract().jsonPath();
    String track =
        post("/v1/models/deep/mutagenesis?format=bedgraph&chromosome=chr8&start=1000", "MAX")
            .contentType("text/plain")
            .extract()
            .asString();
    List<String> lines = track.lines().toList();
    assertThat(lines).hasSize(101);
    assertThat(lines.get(0)).startsWith("track type=bedGraph name=\"MAX\"");
    assertThat(lines.get(1)).isEqualTo("chr8\t1000\t1001\t0.0000"); // N
    String[] second = lines.get(2).split("\t", -1);
    List<Float> effects = map.getList("effects[1]");
    float sum = effects.stream().reduce(0f, Float::sum);
    assertThat(Float.parseFloat(second[3])).isCloseTo(-sum / 3, within(1e-4f));

    String gradient = post("/v1/models/tiny/saliency?format=bedgraph", "MAX").extract().asString();
    assertThat(gradient.lines().skip(1))
        .hasSize(100)
        .allMatch(line -> line.startsWith("sequence\t"));
    JsonPath saliency = post("/v1/models/tiny/saliency", "MAX").extract().jsonPath();
    float ofC = saliency.getFloat("gradient[1][1]"); // the second letter is C
    assertThat(Float.parseFloat(gradient.lines().toList().get(2).split("\t", -1)[3]))
        .isCloseTo(ofC, within(1e-4f));
  }

  @Test
  void wrongChoices_areRefused() {
    given()
        .contentType("application/json")
        .body(Map.of("sequence", SEQUENCE, "class", "MAX"))
        .post("/v1/models/tiny/mutagenesis?format=wig")
        .then()
        .statusCode(400)
        .body("code", equalTo("request.invalid-choice"));
    given()
        .contentType("application/json")
        .body(Map.of("sequence", "ACGT", "class", "MAX"))
        .post("/v1/models/tiny/mutagenesis")
        .then()
        .statusCode(422)
        .body("code", equalTo("sequence.wrong-length"));
    given()
        .contentType("application/json")
        .body(Map.of("sequence", SEQUENCE, "class", "nobody"))
        .post("/v1/models/tiny/mutagenesis")
        .then()
        .statusCode(422)
        .body("code", equalTo("class.unknown"));
  }

  @Test
  void requestWithoutAClass_orWithoutASequence_saysSo() {
    for (String path : List.of("saliency", "mutagenesis")) {
      given()
          .contentType("application/json")
          .body(Map.of("sequence", SEQUENCE))
          .post("/v1/models/tiny/" + path)
          .then()
          .statusCode(422)
          .body("code", equalTo("class.unknown"))
          .body("detail", equalTo("The request names no class."));
      given()
          .contentType("application/json")
          .body(Map.of("class", "MAX"))
          .post("/v1/models/tiny/" + path)
          .then()
          .statusCode(422)
          .body("code", equalTo("sequence.wrong-length"));
    }
  }

  private static ValidatableResponse post(String path, String name) {
    return given()
        .contentType("application/json")
        .body(Map.of("sequence", SEQUENCE, "class", name))
        .post(path)
        .then()
        .statusCode(200);
  }

  private static float logit(ModelLease lease, String sequence, int classIndex) {
    TokenBatch one = TokenBatch.of(DnaAlphabet.tokenise(sequence));
    return lease.session().predict(one).logit(0, classIndex);
  }
}
