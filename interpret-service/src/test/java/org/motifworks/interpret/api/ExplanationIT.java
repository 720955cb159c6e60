package org.motifworks.interpret.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.motifworks.core.sequence.ReverseComplement;
import org.motifworks.interpret.InterpretEnvironment;

/** Single sequences of the model's length explained over HTTP. */
@QuarkusTest
@QuarkusTestResource(InterpretEnvironment.class)
class ExplanationIT {
  private static final String SEQUENCE = "N" + "ACGTTGCATC".repeat(10).substring(1);

  /** Each substitution scored alone through the door for scores, as a slow person would. */
  @Test
  void mutagenesis_tellsWhatEachSubstitutionDoes() {
    JsonNode answer = Explained.json("deep/mutagenesis", SEQUENCE);
    double logit = Explained.logit("deep", SEQUENCE);
    assertThat(answer.path("logit").asDouble()).isCloseTo(logit, within(1e-3));
    assertThat(answer.path("start").asInt()).isZero();
    assertThat(answer.path("end").asInt()).isEqualTo(100);
    assertThat(answer.path("effects")).hasSize(100);
    for (int i = 0; i < 100; i += 7) {
      for (int letter = 0; letter < 4; letter++) {
        double changed = Explained.logit("deep", Explained.changed(SEQUENCE, i, letter));
        assertThat(answer.at("/effects/" + i + "/" + letter).asDouble())
            .isCloseTo(changed - logit, within(1e-3));
      }
    }
    assertThat(answer.path("svg").asText()).startsWith("<svg ").endsWith("</svg>");
  }

  /** The product taken here, of the other answer's numbers. */
  @Test
  void gradientTimesInput_isThePlainGradientAtTheLettersThatAreThere() {
    JsonNode plain = Explained.json("deep/saliency", SEQUENCE, "plain");
    JsonNode guided = Explained.json("deep/saliency", SEQUENCE, "guided");
    JsonNode product = Explained.json("deep/saliency", SEQUENCE, "gradient-x-input");
    assertThat(product.path("rule").asText()).isEqualTo("gradient-x-input");
    assertThat(product.path("unit").asText()).isEqualTo("logit");
    assertThat(product.path("gradient")).isEqualTo(plain.path("gradient"));
    assertThat(product.path("gradient")).isNotEqualTo(guided.path("gradient"));
    boolean negative = false;
    for (int i = 0; i < 100; i++) {
      for (int letter = 0; letter < 4; letter++) {
        boolean there = "ACGT".charAt(letter) == SEQUENCE.charAt(i);
        double expected = there ? plain.at("/gradient/" + i + "/" + letter).asDouble() : 0;
        assertThat(product.at("/contributions/" + i + "/" + letter).asDouble()).isEqualTo(expected);
        negative |= expected < 0;
      }
    }
    assertThat(negative).isTrue(); // or the sign would not be seen
    assertThat(plain.path("unit").asText()).isEqualTo("bits");
    assertThat(plain.path("contributions")).isNotEqualTo(product.path("contributions"));
  }

  @Test
  void explanations_nameTheModel_andWhatItWasAskedForBy() {
    for (String path : List.of("saliency", "mutagenesis")) {
      String ofAnyLength = path + "?shorter=pad&longer=max";
      JsonNode answer = Explained.json("demo@champion/" + ofAnyLength, SEQUENCE);
      assertThat(answer.path("model").asText()).isEqualTo("tiny");
      assertThat(answer.path("reference").asText()).isEqualTo("demo@champion");
      answer = Explained.json("tiny/" + ofAnyLength, SEQUENCE);
      assertThat(answer.path("reference").asText()).isEqualTo("tiny");
    }
  }

  @Test
  void bedGraph_hasAValueForEachPosition() {
    JsonNode map = Explained.json("deep/mutagenesis", SEQUENCE);
    String track =
        Explained.text("deep/mutagenesis?format=bedgraph&chromosome=chr8&start=1000", SEQUENCE);
    List<String> lines = track.lines().toList();
    assertThat(lines).hasSize(101);
    assertThat(lines.get(0)).startsWith("track type=bedGraph name=\"MAX\"");
    assertThat(lines.get(1)).isEqualTo("chr8\t1000\t1001\t0.0000"); // N
    double sum = 0;
    for (JsonNode effect : map.at("/effects/1")) sum += effect.asDouble();
    assertThat(Explained.value(lines.get(2))).isCloseTo(-sum / 3, within(1e-4));
  }

  @Test
  void bedGraphOfEachRule_isItsGradientAtTheLetters() {
    for (String rule : List.of("guided", "plain", "gradient-x-input")) {
      JsonNode map = Explained.json("deep/saliency", SEQUENCE, rule);
      List<String> lines =
          Explained.text("deep/saliency?format=bedgraph", SEQUENCE, rule).lines().toList();
      assertThat(lines).hasSize(101);
      assertThat(lines.get(0)).contains(rule.equals("guided") ? "guided gradient" : "gradient");
      for (int i = 1; i < 100; i++) {
        int letter = "ACGT".indexOf(SEQUENCE.charAt(i));
        assertThat(lines.get(i + 1)).startsWith("sequence\t" + i + "\t" + (i + 1) + "\t");
        double expected = map.at("/gradient/" + i + "/" + letter).asDouble();
        assertThat(Explained.value(lines.get(i + 1))).isCloseTo(expected, within(1e-4));
      }
    }
  }

  @Test
  void picture_isADocumentOfItsOwn_askedForByEitherWay() {
    for (String path : List.of("deep/saliency", "deep/mutagenesis")) {
      String accepted =
          Explained.post(path, SEQUENCE, "plain", "image/svg+xml")
              .statusCode(200)
              .contentType("image/svg+xml")
              .header("Motifworks-Model", "deep")
              .extract()
              .asString();
      String chosen = Explained.text(path + "?format=svg", SEQUENCE, "plain");
      assertThat(chosen).isEqualTo(accepted);
      assertThat(Explained.elements(accepted, "defs")).isEqualTo(1);
      assertThat(accepted).contains("MAX by ", "sequence:1-100", "probability ").contains(">50<");
    }
    assertThat(Explained.text("deep/saliency?format=svg&chromosome=chr8&start=1000", SEQUENCE))
        .contains("chr8:1001-1100")
        .contains(">1050<");
  }

  /** What counts for the class in a sequence, the letters' heights say by their sign. */
  @Test
  void pictureOfGradientTimesInput_hangsNegativeLettersUpsideDown() {
    String svg = Explained.text("deep/saliency?format=svg", SEQUENCE, "gradient-x-input");
    assertThat(svg).containsPattern("scale\\(0\\.19 -[0-9.]+\\)").contains("gradient x input");
  }

  @Test
  void json_isWhatAnyoneGetsWhoDoesNotMind() {
    for (String accept : List.of("*/*", "application/json", "image/png, */*")) {
      Explained.post("tiny/saliency", SEQUENCE, null, accept)
          .statusCode(200)
          .contentType("application/json");
    }
    Explained.post("tiny/saliency", SEQUENCE, null, "text/plain")
        .statusCode(200)
        .contentType("text/plain");
  }

  /** An independent check of the order of letters: the reverse complement is another sequence. */
  @Test
  void logit_isThatOfTheSequenceAsItWasSent() {
    byte[] tokens = org.motifworks.core.sequence.DnaAlphabet.tokenise(SEQUENCE);
    ReverseComplement.inPlace(tokens);
    String other = org.motifworks.core.sequence.DnaAlphabet.format(tokens);
    double one = Explained.json("deep/saliency", SEQUENCE).path("logit").asDouble();
    double two = Explained.json("deep/saliency", other).path("logit").asDouble();
    assertThat(one).isCloseTo(Explained.logit("deep", SEQUENCE), within(1e-3));
    assertThat(two).isCloseTo(Explained.logit("deep", other), within(1e-3));
  }
}
