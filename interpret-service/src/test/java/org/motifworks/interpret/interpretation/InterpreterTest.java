package org.motifworks.interpret.interpretation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motifworks.contracts.interpretation.Interpretation;
import org.motifworks.contracts.interpretation.InterpretationSettings;
import org.motifworks.contracts.json.Json;
import org.motifworks.core.motif.io.MemeFormat;
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
  void interpretationOfTheVersionBefore_isStillRead_andMadeAnewWhenAskedTo() throws IOException {
    TinyArtifacts tiny = TinyArtifacts.in(folder);
    byte[] old = json(interpret("new").interpretation());
    InterpretationSettings before = InterpretationSettings.paper().before();
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
