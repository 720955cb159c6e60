package org.motifworks.interpret.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.motifworks.interpret.InterpretEnvironment;

/** Sequences of any length explained over HTTP; the models take 100 nt. */
@QuarkusTest
@QuarkusTestResource(InterpretEnvironment.class)
class ExplanationWindowsIT {
  private static final String LONGER = random(260);
  private static final String SHORTER = random(61);
  private static final List<String> METHODS = List.of("deep/saliency", "deep/mutagenesis");

  @Test
  void windows_areToldAsIfEachHadBeenSentAlone_withItsPlace() {
    for (String method : METHODS) {
      JsonNode windows =
          Explained.json(method + "?longer=windows&stride=90", LONGER).path("windows");
      int[] starts = {0, 90, 160};
      assertThat(windows).hasSize(3);
      for (int i = 0; i < 3; i++) {
        String part = LONGER.substring(starts[i], starts[i] + 100);
        assertThat(windows.get(i).path("start").asInt()).isEqualTo(starts[i]);
        assertThat(windows.get(i).path("end").asInt()).isEqualTo(starts[i] + 100);
        assertThat(windows.get(i).path("sequence").asText()).isEqualTo(part);
        JsonNode alone = Explained.json(method, part);
        for (String field : List.of("gradient", "contributions", "effects", "logit")) {
          assertThat(windows.get(i).path(field)).isEqualTo(alone.path(field));
        }
      }
      // a list also where there is one: what is asked for decides, not the sequence
      JsonNode one = Explained.json(method + "?longer=windows", LONGER.substring(0, 100));
      assertThat(one.path("windows")).hasSize(1);
    }
  }

  @Test
  void bestWindow_isTheOneThatScoresHighest() {
    double[] logits = Explained.logits("deep", "?longer=windows&stride=7", LONGER);
    assertThat(logits).hasSize(24);
    int best = 0;
    for (int i = 1; i < logits.length; i++) if (logits[i] > logits[best]) best = i;
    for (String method : METHODS) {
      JsonNode answer = Explained.json(method + "?longer=max&stride=7", LONGER);
      assertThat(answer.path("start").asInt()).isEqualTo(Math.min(7 * best, 160));
      assertThat(answer.path("logit").asDouble()).isCloseTo(logits[best], within(1e-3));
      assertThat(answer.path("sequence").asText()).hasSize(100);
    }
  }

  /** Against the sequence filled up by hand. */
  @Test
  void shorterSequence_isFilledUp_andToldWithoutTheFilling() {
    String filled = "N".repeat(19) + SHORTER + "N".repeat(20);
    for (String method : METHODS) {
      JsonNode answer = Explained.json(method + "?shorter=pad", SHORTER);
      JsonNode whole = Explained.json(method, filled);
      assertThat(answer.path("sequence").asText()).isEqualTo(SHORTER);
      assertThat(answer.path("end").asInt()).isEqualTo(61);
      assertThat(answer.path("logit")).isEqualTo(whole.path("logit"));
      String rows = method.endsWith("saliency") ? "gradient" : "effects";
      assertThat(answer.path(rows)).hasSize(61);
      for (int i = 0; i < 61; i++) {
        assertThat(answer.path(rows).get(i)).isEqualTo(whole.path(rows).get(i + 19));
      }
    }
    assertThat(Explained.text("deep/mutagenesis?shorter=pad&format=bedgraph", SHORTER).lines())
        .hasSize(62);
  }

  /** Each substitution of the whole sequence, scored by the door for scores. */
  @Test
  void mutagenesisOfAFilledUpSequence_equalsScoringEachSubstitution() {
    JsonNode answer = Explained.json("deep/mutagenesis?shorter=pad", SHORTER);
    double logit = Explained.logits("deep", "?shorter=pad", SHORTER)[0];
    for (int i = 0; i < 61; i += 12) {
      for (int letter = 0; letter < 4; letter++) {
        String changed = Explained.changed(SHORTER, i, letter);
        assertThat(answer.at("/effects/" + i + "/" + letter).asDouble())
            .isCloseTo(Explained.logits("deep", "?shorter=pad", changed)[0] - logit, within(1e-3));
      }
    }
  }

  @Test
  void windowsAsTracksAndPictures_keepTheirPlaces() {
    String tracks =
        Explained.text(
            "deep/saliency?format=bedgraph&longer=windows&chromosome=chr8&start=5000", LONGER);
    List<String> lines = tracks.lines().toList();
    assertThat(lines).hasSize(303);
    assertThat(lines.get(102)).startsWith("chr8\t5100\t5101\t");
    assertThat(lines.get(302)).startsWith("chr8\t5259\t5260\t");
    String picture = Explained.text("deep/mutagenesis?format=svg&longer=windows", LONGER);
    assertThat(Explained.elements(picture, "defs")).isEqualTo(1);
    assertThat(picture).contains("sequence:1-100", "sequence:101-200", "sequence:161-260");
  }

  @Test
  void wrongLength_isRefused_andTheWaysOutAreNamed() {
    refused("saliency", LONGER, 422, "sequence.wrong-length")
        .body("action", containsString("longer=windows"));
    refused("mutagenesis", SHORTER, 422, "sequence.wrong-length")
        .body("action", containsString("shorter=pad"));
    refused("mutagenesis?longer=max", SHORTER, 422, "sequence.wrong-length");
    refused("saliency?shorter=pad", "", 422, "sequence.wrong-length");
    refused("saliency?shorter=pad", LONGER, 422, "sequence.wrong-length");
  }

  @Test
  void wrongOptions_areRefused() {
    refused("saliency?longer=mean", LONGER, 400, "score.option")
        .body("action", containsString("longer=max"));
    refused("saliency?longer=some", LONGER, 400, "score.option");
    refused("saliency?stride=10", LONGER, 400, "score.option");
    refused("saliency?longer=max&stride=0", LONGER, 400, "score.option");
    refused("saliency?strands=max", LONGER, 400, "score.option");
    refused("mutagenesis?format=wig", LONGER, 400, "request.invalid-choice");
    refused("mutagenesis?format=bedgraph&start=-1", LONGER, 400, "request.invalid-choice");
    refused("mutagenesis?format=bedgraph&start=2000000001", LONGER, 400, "request.invalid-choice");
    refused("mutagenesis?chromosome=chr 8", LONGER, 400, "request.invalid-choice");
    Explained.post("tiny/saliency", random(100), "gradient-x-input", "*/*")
        .statusCode(422)
        .body("code", equalTo("saliency.no-plain-gradient"));
    Explained.post("deep/saliency", random(100), "integrated", "*/*")
        .statusCode(400)
        .body("code", equalTo("request.invalid-choice"))
        .body("action", containsString("gradient-x-input"))
        .body("detail", not(containsString("motifworks")));
  }

  @Test
  void tooManyWindows_areRefused_beforeAnyIsLookedAt() {
    refused("mutagenesis?longer=windows", random(20_001), 422, "explanation.too-large");
    refused("mutagenesis?longer=windows&stride=1", random(400), 422, "explanation.too-large");
    refused("saliency?longer=max&stride=1", random(20_100), 422, "explanation.too-large")
        .body("detail", containsString("20001 windows"));
    Explained.post("tiny/saliency?longer=max", random(20_100), null, "*/*").statusCode(200);
  }

  @Test
  void moreThanOneSequence_isNoSequence() {
    refused("saliency", ">one\n" + random(100), 422, "sequence.invalid-letter")
        .body("action", containsString("one sequence alone"));
    given()
        .contentType("application/json")
        .body(Map.of("sequence", List.of(random(100), random(100)), "class", "MAX"))
        .post("/v1/models/deep/saliency")
        .then()
        .statusCode(400)
        .body("code", equalTo("request.unreadable"));
  }

  @Test
  void requestWithoutAClass_orOfAnUnknownOne_saysWhichThereAre() {
    for (String path : List.of("saliency", "mutagenesis")) {
      given()
          .contentType("application/json")
          .body(Map.of("sequence", random(100)))
          .post("/v1/models/tiny/" + path)
          .then()
          .statusCode(422)
          .body("code", equalTo("class.unknown"))
          .body("detail", equalTo("The request names no class."))
          .body("action", containsString("MAX"));
      given()
          .contentType("application/json")
          .body(Map.of("sequence", random(100), "class", "nobody"))
          .post("/v1/models/tiny/" + path)
          .then()
          .statusCode(422)
          .body("code", equalTo("class.unknown"));
      given()
          .contentType("application/json")
          .body(Map.of("class", "MAX"))
          .post("/v1/models/tiny/" + path)
          .then()
          .statusCode(422)
          .body("code", equalTo("sequence.wrong-length"));
    }
  }

  private static ValidatableResponse refused(
      String path, String sequence, int status, String code) {
    return Explained.post("deep/" + path, sequence, null, "*/*")
        .statusCode(status)
        .contentType("application/problem+json")
        .body("code", equalTo(code));
  }

  private static String random(int length) {
    SplittableRandom random = new SplittableRandom(length);
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < length; i++) letters.append("ACGT".charAt(random.nextInt(4)));
    return letters.toString();
  }
}
