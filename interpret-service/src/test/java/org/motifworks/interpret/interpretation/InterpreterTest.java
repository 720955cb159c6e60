package org.motifworks.interpret.interpretation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motifworks.contracts.interpretation.FilterFinding;
import org.motifworks.contracts.interpretation.Interpretation;
import org.motifworks.contracts.interpretation.InterpretationSettings;
import org.motifworks.contracts.interpretation.LayerFinding;
import org.motifworks.contracts.interpretation.SaliencyExample;
import org.motifworks.contracts.interpretation.SaliencyFinding;
import org.motifworks.contracts.interpretation.SaliencyMap;
import org.motifworks.contracts.interpretation.SaliencyRule;
import org.motifworks.contracts.json.Json;
import org.motifworks.core.motif.io.MemeFormat;
import org.motifworks.core.motif.io.MotifFiles;
import org.motifworks.interpret.TinyArtifacts;
import org.motifworks.interpret.model.DeviceChoice;
import org.motifworks.interpret.model.ModelCache;
import org.motifworks.interpret.model.OnnxRuntime;
import org.motifworks.kit.artifact.Staging;

class InterpreterTest {
  @TempDir Path folder;

  @Test
  void interpretation_ofTheSameModel_isTheSameBytes() throws IOException {
    String first = interpret("first").artifact().ref().manifestSha256();
    String second = interpret("second").artifact().ref().manifestSha256();
    assertThat(second).isEqualTo(first);
  }

  @Test
  void interpretation_isWholeAndReadable() throws IOException {
    Interpretations.Found found = interpret("one");
    Interpretation read = found.interpretation();
    assertThat(read.filterCount()).isEqualTo(6);
    assertThat(read.filters()).hasSize(6);
    assertThat(read.summaries()).hasSize(4);
    assertThat(read.primary().relevantMatchPercent()).isPresent();
    assertThat(read.settingsDigest()).isEqualTo(InterpretationSettings.paper().digest());
    assertThat(read.saliency().auRoc()).isPresent();
    assertThat(read.saliency().examples()).isNotEmpty();
    assertThat(read.modelId()).isEmpty();
    assertThat(Json.mapper().readValue(json(read), Interpretation.class)).isEqualTo(read);
  }

  @Test
  void motifs_areReadableAsMeme_oneForEachFilterThatFires() throws IOException {
    Interpretations.Found found = interpret("one");
    try (var reader = Files.newBufferedReader(found.artifact().file("filters.meme"))) {
      assertThat(MemeFormat.read("filters.meme", reader).motifs())
          .hasSize(
              (int) found.interpretation().filters().stream().filter(f -> f.hasMotif()).count());
    }
    assertThat(found.artifact().file("matches.tsv")).content().startsWith("Query_ID\tTarget_ID");
    assertThat(found.artifact().file("motifs/text-plain.meme")).exists();
    assertThat(found.artifact().file("logos/filter-0.svg")).content().startsWith("<svg");
    assertThat(found.artifact().file("saliency/0.svg")).content().startsWith("<svg");
  }

  @Test
  void unpooledLayers_haveMotifsAndMatchesOfTheirOwn() throws IOException {
    Interpretations.Found found = deep("deep");
    Interpretation read = found.interpretation();
    assertThat(read.filters()).hasSize(6);
    assertThat(read.deeperLayers()).extracting(LayerFinding::layer).containsExactly(2, 3);
    assertThat(read.deeperLayers())
        .extracting(LayerFinding::receptiveField)
        .containsExactly(12, 14);
    assertThat(read.filtersOf(3)).contains(read.deeperLayers().get(1).filters());
    assertThat(read.filtersOf(4)).isEmpty();
    for (LayerFinding layer : read.deeperLayers()) {
      assertThat(layer.summaries()).hasSize(4);
      assertThat(layer.filters()).hasSize(layer.filterCount());
      String folder = "layer-" + layer.layer() + "/";
      assertThat(MotifFiles.read(found.artifact().file(folder + "filters.meme")).motifs())
          .hasSize((int) layer.filters().stream().filter(FilterFinding::hasMotif).count());
      assertThat(found.artifact().file(folder + "motifs/text-plain.tsv"))
          .content()
          .startsWith("Query_ID");
    }
    assertThat(found.artifact().file("report.html"))
        .content()
        .contains("<h2>Layer 2</h2>", "<h2>Layer 3</h2>");
    assertThat(Json.mapper().readValue(json(read), Interpretation.class)).isEqualTo(read);
  }

  @Test
  void saliency_isGuidedAndPlain_ofEveryClassThatHasASequenceOfItsOwn() throws IOException {
    Interpretations.Found found = deep("deep");
    SaliencyFinding saliency = found.interpretation().saliency();
    assertThat(saliency.plain().orElseThrow().auRoc()).isPresent();
    assertThat(saliency.plain().orElseThrow().perClass())
        .extracting(SaliencyFinding.ClassSaliency::name)
        .isEqualTo(saliency.perClass().stream().map(SaliencyFinding.ClassSaliency::name).toList());
    assertThat(saliency.examples().stream().map(SaliencyExample::className).distinct().toList())
        .containsAll(
            saliency.perClass().stream().map(SaliencyFinding.ClassSaliency::name).toList());
    List<SaliencyMap> guided = maps(found, "saliency.json");
    List<SaliencyMap> plain = maps(found, "saliency-plain.json");
    assertThat(plain).hasSameSizeAs(saliency.examples()).hasSameSizeAs(guided);
    for (int i = 0; i < plain.size(); i++) {
      SaliencyExample example = saliency.examples().get(i);
      assertThat(plain.get(i).rule()).contains(SaliencyRule.PLAIN);
      assertThat(plain.get(i).id()).isEqualTo(example.id()).isEqualTo(guided.get(i).id());
      assertThat(example.placements()).isNotEmpty();
      assertThat(example.plainAuRoc()).isPresent();
      assertThat(found.artifact().file(example.plainLogo().orElseThrow())).exists();
    }
    assertThat(plain.get(0).gradient()).isNotEqualTo(guided.get(0).gradient());
  }

  @Test
  void modelExportedBeforeThePlainGradient_isExplainedByTheGuidedAlone() throws IOException {
    Interpretations.Found found = interpret("one");
    assertThat(found.interpretation().saliency().plain()).isEmpty();
    assertThat(found.interpretation().saliency().examples())
        .allMatch(example -> example.plainLogo().isEmpty());
    assertThat(found.interpretation().deeperLayers()).isEmpty();
  }

  @Test
  void report_opensOffline() throws IOException {
    String report = Files.readString(interpret("one").artifact().file("report.html"));
    assertThat(report)
        .startsWith("<!DOCTYPE html>")
        .contains("What tiny has learned")
        .doesNotContain("<script")
        .doesNotContain("src=")
        .doesNotContain("@import")
        .doesNotContainPattern("href=\"(?!#)");
  }

  @Test
  void interpretationOfAnEarlierVersion_isStillRead_andMadeAnewWhenAskedTo() throws IOException {
    TinyArtifacts tiny = TinyArtifacts.in(folder);
    ObjectNode tree = Json.mapper().valueToTree(interpret("new").interpretation());
    tree.remove("deeperLayers"); // unknown to it, as plain is
    byte[] old = Json.mapper().writeValueAsBytes(tree);
    InterpretationSettings before = InterpretationSettings.paper().before().get(1);
    assertThat(before.algorithm()).isEqualTo(1);
    String key =
        "interpretations/%s-%s"
            .formatted(
                tiny.model().manifestSha256().substring(0, 16), before.digest().substring(0, 16));
    try (Staging staging = tiny.store().stage(key)) {
      Files.write(staging.folder().resolve("interpretation.json"), old);
      staging.commit("interpretation");
    }
    Interpretations interpretations = interpretations(tiny);
    Interpretations.Found found = interpretations.find(tiny.model()).orElseThrow();
    assertThat(found.artifact().ref().key()).isEqualTo(key);
    assertThat(found.interpretation().filters()).hasSize(6);
    interpretations.findOrMake(tiny.model(), tiny.dataset());
    assertThat(interpretations.find(tiny.model()).orElseThrow().artifact().ref().key())
        .isNotEqualTo(key);
  }

  private Interpretations.Found deep(String name) throws IOException {
    TinyArtifacts tiny = TinyArtifacts.deep(folder.resolve(name));
    return interpretations(tiny).findOrMake(tiny.model(), tiny.dataset());
  }

  private static List<SaliencyMap> maps(Interpretations.Found found, String file)
      throws IOException {
    return Json.mapper()
        .readValue(found.artifact().file(file).toFile(), new TypeReference<List<SaliencyMap>>() {});
  }

  private Interpretations.Found interpret(String name) throws IOException {
    TinyArtifacts tiny = TinyArtifacts.in(folder.resolve(name));
    return interpretations(tiny).findOrMake(tiny.model(), tiny.dataset());
  }

  private static Interpretations interpretations(TinyArtifacts tiny) {
    ModelCache cache = ModelCache.of(tiny.store(), OnnxRuntime.start(DeviceChoice.CPU, 0), 1 << 20);
    return new Interpretations(tiny.store(), cache);
  }

  private static byte[] json(Interpretation interpretation) throws IOException {
    return Json.mapper().writeValueAsBytes(interpretation);
  }
}
