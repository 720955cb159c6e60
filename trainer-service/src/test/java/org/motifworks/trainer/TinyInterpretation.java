package org.motifworks.trainer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.contracts.event.InterpretationReady;
import org.motifworks.contracts.interpretation.ClipRule;
import org.motifworks.contracts.interpretation.FilterFinding;
import org.motifworks.contracts.interpretation.FilterGroup;
import org.motifworks.contracts.interpretation.FilterRule;
import org.motifworks.contracts.interpretation.Interpretation;
import org.motifworks.contracts.interpretation.InterpretationSettings;
import org.motifworks.contracts.interpretation.RuleSummary;
import org.motifworks.contracts.interpretation.SaliencyExample;
import org.motifworks.contracts.interpretation.SaliencyFinding;
import org.motifworks.contracts.interpretation.SaliencyMap;
import org.motifworks.contracts.interpretation.SaliencyRule;
import org.motifworks.contracts.interpretation.TargetMatch;
import org.motifworks.contracts.json.Json;
import org.motifworks.core.match.TomtomTsv;
import org.motifworks.kit.artifact.ArtifactStore;
import org.motifworks.kit.artifact.Staging;

/**
 * What interpret-service would commit for a layer of four filters: 1 and 2 match MAX and are the
 * same motif, 3 matches something else, 0 is dead. One sequence is explained, with a MAX site at
 * 10.
 */
public final class TinyInterpretation {

  private static final List<String> CLASSES = List.of("MAX", "SRF");

  private static final String SEQUENCE = "GTTGCAAGTTCACGTGAAGTTGCAAGTTGCAAGTTGCAAG";
  private static final SaliencyExample EXAMPLE =
      new SaliencyExample(
          0,
          "test-0",
          "MAX",
          4,
          0.982,
          SEQUENCE,
          OptionalDouble.of(0.97),
          OptionalDouble.empty(),
          List.of(new SaliencyExample.EmbeddedMotif("MAX", "MA0058.3", "+", 10, 16)),
          "saliency/0.svg",
          Optional.empty());

  private TinyInterpretation() {}

  /** Commits it and gives the fact that tells of it. */
  public static InterpretationReady commit(ArtifactStore store, String model) throws IOException {
    InterpretationSettings settings = InterpretationSettings.paper();
    try (Staging staging = store.stage("interpretations/" + model)) {
      List<RuleSummary> summaries = new ArrayList<>();
      Files.createDirectories(staging.folder().resolve("motifs"));
      for (FilterRule rule : FilterRule.values()) {
        for (ClipRule clip : ClipRule.values()) {
          summaries.add(new RuleSummary(rule, clip, 75, OptionalDouble.of(50), List.of("MAX")));
          Path tsv =
              staging.folder().resolve("motifs/" + rule.label() + "-" + clip.label() + ".tsv");
          Files.writeString(
              tsv,
              String.join(
                  "\n",
                  TomtomTsv.HEADER,
                  match("filter-1", "MA0058.3"),
                  match("filter-1", "MA0059.1"),
                  match("filter-2", "MA0058.3"),
                  match("filter-3", "MA0004.1"),
                  ""));
        }
      }
      Interpretation interpretation =
          new Interpretation(
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Interpretation.FORMAT,
              "tiny",
              CLASSES,
              40,
              settings,
              settings.digest(),
              4,
              List.of(0),
              summaries,
              FilterRule.CODE,
              ClipRule.SHARPENED,
              List.of(
                  FilterFinding.withoutMotif(0, true), filter(1, 1), filter(2, 1), filter(3, 3)),
              List.of(),
              new SaliencyFinding(
                  OptionalDouble.empty(),
                  OptionalDouble.empty(),
                  0,
                  List.of(),
                  Optional.empty(),
                  List.of(EXAMPLE)),
              new Interpretation.Provenance("a".repeat(64), "b".repeat(64), 300));
      Json.mapper()
          .writeValue(staging.folder().resolve("interpretation.json").toFile(), interpretation);
      Json.mapper()
          .writeValue(staging.folder().resolve("saliency.json").toFile(), List.of(saliency()));
      ArtifactRef ref = staging.commit("interpretation");
      return new InterpretationReady(
          model, 1, ref, settings.digest(), 75, OptionalDouble.of(50), 1, OptionalDouble.empty());
    }
  }

  private static FilterFinding filter(int index, int representative) {
    return new FilterFinding(
        index,
        false,
        100,
        2,
        "A",
        List.of(List.of(1.0, 0.0, 0.0, 0.0)),
        0,
        1,
        Optional.of(new FilterGroup(representative, "+", 0, 1)),
        List.of(target(index)));
  }

  private static TargetMatch target(int index) {
    boolean max = index < 3;
    return new TargetMatch(
        max ? "MA0058.3" : "MA0004.1",
        max ? "MAX" : "Arnt",
        0.001,
        0.05,
        0.05,
        0,
        6,
        "+",
        OptionalDouble.empty(),
        Optional.empty(),
        max ? Optional.of("MAX") : Optional.empty());
  }

  private static SaliencyMap saliency() {
    List<List<Double>> heights =
        SEQUENCE
            .chars()
            .mapToObj(
                letter -> {
                  List<Double> column = new ArrayList<>(List.of(0.0, 0.0, 0.0, 0.0));
                  column.set("ACGT".indexOf(letter), 1.0);
                  return column;
                })
            .toList();
    return new SaliencyMap(
        EXAMPLE.id(),
        "MAX",
        SEQUENCE,
        4,
        0.982,
        Optional.of(SaliencyRule.GUIDED),
        heights,
        heights);
  }

  private static String match(String query, String target) {
    return query + "\t" + target + "\t0\t0.001\t0.05\t0.05\t6\tCACGTG\tCACGTG\t+";
  }
}
