package org.motifworks.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.contracts.event.FactJson.MalformedFact;
import org.motifworks.contracts.json.Json;

/** The golden files are the contract: a failing one means a reader out there would fail too. */
class FactJsonTest {

  private static final String ID = "01JD0000000000000000000000";
  private static final ArtifactRef DATASET =
      new ArtifactRef("datasets/" + ID + "/1", "a".repeat(64));
  private static final ArtifactRef MODEL = new ArtifactRef("models/" + ID + "/1", "b".repeat(64));
  private static final ArtifactRef INTERPRETATION =
      new ArtifactRef("interpretations/bbbb-cccc", "c".repeat(64));

  static List<Fact> facts() {
    return List.of(
        new DatasetRequested("peaks", 1, source()),
        new DatasetReady(
            ID,
            3,
            "paper",
            DATASET,
            List.of("ARID3A", "CEBPB"),
            200,
            new DatasetReady.Counts(17_500, 2_500, 5_000),
            Optional.empty()),
        new DatasetFailed(ID, 3, "peaks", "fasta.invalid-letter", "peaks.fa line 7, column 3: '*'"),
        new DatasetCancelled(ID, 3, "peaks"),
        new DatasetRetired(ID, 4, "peaks"),
        new ModelTrained(
            ID,
            5,
            MODEL,
            ID,
            DATASET,
            "cnn-25",
            1,
            Optional.of("tf12"),
            OptionalDouble.of(0.973),
            OptionalDouble.of(0.81)),
        new RunFailed(ID, 5, "training.diverged", "the loss of epoch 3 is not a number", 1),
        new RunCancelled(ID, 5, "no longer needed"),
        new InterpretationReady(
            ID,
            1,
            INTERPRETATION,
            "d".repeat(64),
            97.0,
            OptionalDouble.of(93.5),
            0,
            OptionalDouble.empty()),
        new InterpretationFailed(ID, 1, "model.corrupt", "filters.onnx: hash differs"),
        new ModelPromoted(
            "tf12@champion",
            3,
            "tf12",
            "champion",
            7,
            ID,
            MODEL,
            Optional.of("01JC0000000000000000000000"),
            "gate",
            "accepted by every rule"),
        new ModelRejected(
            ID,
            4,
            "tf12",
            8,
            ID,
            Optional.of("01JC0000000000000000000000"),
            List.of(
                "keepMotifsPercent: 7 of 12 factors of the champion are kept, 90 % are asked"
                    + " for")),
        new ModelDrifted(ID, 3, OptionalDouble.of(0.171), OptionalDouble.empty(), 2400));
  }

  private static JsonNode source() {
    ObjectNode source = Json.mapper().createObjectNode().put("kind", "append").put("base", "peaks");
    ObjectNode added =
        source.putObject("added").put("kind", "fasta").put("labels", "/data/may.tsv");
    added.putArray("sequences").add("/data/may.fa.gz");
    return source;
  }

  @ParameterizedTest
  @MethodSource("facts")
  void fact_isWrittenAsItsGoldenFileSays(Fact fact) throws IOException {
    assertThat(Json.mapper().readTree(FactJson.write(fact)))
        .isEqualTo(Json.mapper().readTree(golden(fact)));
  }

  @ParameterizedTest
  @MethodSource("facts")
  void goldenFile_isReadBackAsTheFact(Fact fact) throws IOException {
    assertThat(FactJson.read(FactType.of(fact), golden(fact))).isEqualTo(fact);
  }

  @Test
  void everyType_hasAGoldenFile() {
    assertThat(facts().stream().map(FactType::of)).containsExactlyInAnyOrder(FactType.values());
    assertThat(Fact.class.getPermittedSubclasses())
        .containsExactlyInAnyOrder(
            Arrays.stream(FactType.values()).map(FactType::factClass).toArray(Class<?>[]::new));
  }

  @Test
  void unknownField_ofANewerWriter_isIgnored() {
    byte[] newer =
        "{\"subject\":\"x\",\"version\":1,\"name\":\"n\",\"addedLater\":true}"
            .getBytes(StandardCharsets.UTF_8);
    assertThat(FactJson.read(FactType.DATASET_RETIRED, newer))
        .isEqualTo(new DatasetRetired("x", 1, "n"));
  }

  @Test
  void brokenValue_isMalformed_andSaysWhatItSaw() {
    assertThatThrownBy(
            () -> FactJson.read(FactType.DATASET_READY, "{\"subj".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(MalformedFact.class)
        .hasMessageContaining("motifworks.dataset.ready.v1")
        .hasMessageContaining("{\"subj");
    assertThatThrownBy(
            () -> FactJson.read(FactType.DATASET_READY, "{}".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(MalformedFact.class);
    assertThatThrownBy(
            () -> FactJson.read(FactType.DATASET_READY, "null".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(MalformedFact.class);
  }

  private static byte[] golden(Fact fact) throws IOException {
    String file = "/golden/" + fact.getClass().getSimpleName() + ".v1.json";
    try (InputStream in = FactJsonTest.class.getResourceAsStream(file)) {
      assertThat(in).as(file).isNotNull();
      return in.readAllBytes();
    }
  }
}
