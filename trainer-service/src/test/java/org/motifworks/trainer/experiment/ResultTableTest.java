package org.motifworks.trainer.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.motifworks.contracts.interpretation.ClipRule;
import org.motifworks.contracts.interpretation.FilterRule;
import org.motifworks.contracts.json.Json;
import org.motifworks.contracts.model.TestMetrics.ClassMetrics;
import org.motifworks.core.architecture.ArchitecturePresets;
import org.motifworks.core.architecture.TrainingPresets;
import org.motifworks.core.simulation.PaperFactors;

class ResultTableTest {

  private static final List<String> CLASSES = List.of("MAX", "SRF");

  @Test
  void row_isTheMeanOverTrials_withTheirDeviation() {
    ResultTable table =
        table(
            2,
            CLASSES,
            trial("cnn-2", 1, 0.9, 0.8, Optional.of(layer(30, 20, 10))),
            trial("cnn-2", 2, 0.7, 0.6, Optional.of(layer(50, OptionalDouble.of(30), 14))));
    ResultRow row = table.rows().get(0);
    assertThat(row.auRoc()).isCloseTo(0.75, within(1e-12));
    assertThat(row.auRocSd()).isCloseTo(0.05, within(1e-12)); // over classes, as in each trial
    assertThat(row.auRocTrialSd()).isCloseTo(Math.sqrt(0.02), within(1e-12)); // of .85 and .65
    assertThat(row.jasparMatchPercent()).isEqualTo(40);
    assertThat(row.relevantMatchPercent()).isEqualTo(25);
    assertThat(row.relevantMatchTrialSd()).isCloseTo(Math.sqrt(50), within(1e-12));
    assertThat(row.deadFilters()).isEqualTo(12);
    assertThat(row.duplicateFilters()).isEqualTo(3);
    assertThat(row.matches()).hasSize(4);
    ResultRow.MatchRow plainText = row.matches().get(3);
    assertThat(plainText.rule()).isEqualTo(FilterRule.TEXT);
    assertThat(plainText.clip()).isEqualTo(ClipRule.PLAIN);
    assertThat(plainText.jasparMatchPercent()).isEqualTo(42); // see layer()
    assertThat(plainText.filtersOfFactor()).containsEntry("MAX", 4.0).containsEntry("SRF", 0.0);
    assertThat(plainText.coveredFactors()).isEqualTo(1);
    assertThat(row.perClass().get(1).auRoc()).isCloseTo(0.7, within(1e-12));
    assertThat(table.complete()).isFalse(); // cnn-25 is missing
  }

  @Test
  void singleTrial_hasNoDeviationOverTrials() {
    ResultRow row =
        table(1, CLASSES, trial("cnn-2", 1, 0.9, 0.8, Optional.of(layer(30, 20, 10))))
            .rows()
            .get(0);
    assertThat(row.auRocTrialSd()).isNull();
    assertThat(row.jasparMatchTrialSd()).isNull();
  }

  @Test
  void uninterpretedTrial_countsForItsScoresAlone() {
    ResultRow row =
        table(
                2,
                CLASSES,
                trial("cnn-2", 1, 0.9, 0.8, Optional.of(layer(30, 20, 10))),
                trial("cnn-2", 2, 0.7, 0.6, Optional.empty()))
            .rows()
            .get(0);
    assertThat(row.trials()).isEqualTo(2);
    assertThat(row.interpretedTrials()).isEqualTo(1);
    assertThat(row.jasparMatchPercent()).isEqualTo(30);
  }

  @Test
  void unknownFactors_leaveRelevantFiguresOut() {
    ResultRow row =
        table(
                1,
                CLASSES,
                trial("cnn-2", 1, 0.9, 0.8, Optional.of(layer(30, OptionalDouble.empty(), 1))))
            .rows()
            .get(0);
    assertThat(row.relevantMatchPercent()).isNull();
    assertThat(row.coveredFactors()).isNull();
    assertThat(row.jasparMatchPercent()).isEqualTo(30);
  }

  @Test
  void paperRow_standsBesideThePapersClassesOnly() {
    assertThat(
            table(1, CLASSES, trial("cnn-2", 1, 0.9, 0.8, Optional.empty())).rows().get(0).paper())
        .isNull();
    List<String> twelve = PaperFactors.names();
    ResultRow row = table(1, twelve, trial("cnn-2", 1, 0.9, 0.8, Optional.empty())).rows().get(0);
    assertThat(row.paper().relevantMatchPercent()).isZero();
    assertThat(row.paper().auRoc()).isEqualTo(0.968);
  }

  @Test
  void comparisons_areOfEveryPair_inTheRowsOrder() {
    ResultTable table =
        table(
            1,
            CLASSES,
            trial("cnn-25", 1, 0.8, 0.6, Optional.empty()),
            trial("cnn-2", 1, 0.9, 0.8, Optional.empty()));
    Comparison first = table.comparisons().get(0);
    assertThat(table.comparisons()).hasSize(2);
    assertThat(first.first()).isEqualTo("cnn-2");
    assertThat(first.meanDifference()).isCloseTo(0.15, within(1e-12));
    assertThat(table.test()).contains("Wilcoxon signed-rank");
  }

  @Test
  void json_hasTheFiguresByTheNamesThatScriptsExpect() {
    ResultTable table =
        table(1, CLASSES, trial("cnn-2", 1, 0.9, 0.8, Optional.of(layer(30, 20, 10))));
    JsonNode row = Json.mapper().valueToTree(table).path("rows").path(0);
    assertThat(row.path("architecture").asText()).isEqualTo("cnn-2");
    for (String figure :
        List.of(
            "auRoc",
            "auRocSd",
            "auPr",
            "jasparMatchPercent",
            "relevantMatchPercent",
            "deadFilters")) assertThat(row.path(figure).isNumber()).as(figure).isTrue();
    assertThat(row.path("matches").path(0).path("rule").asText()).isEqualTo("code");
    assertThat(row.path("matches").path(0).path("clip").asText()).isEqualTo("sharpened");
  }

  @Test
  void csv_hasARowAnArchitecture_andSaysRuleAndClip() {
    String csv =
        ResultsCsv.of(
            table(
                1,
                CLASSES,
                trial("cnn-2", 1, 0.9, 0.8, Optional.of(layer(30, 20, 10))),
                trial("cnn-25", 1, 0.8, 0.6, Optional.empty())));
    String[] lines = csv.split("\n", -1);
    List<String> columns = List.of(lines[0].split(",", -1));
    List<String> cnn2 = List.of(lines[1].split(",", -1));
    List<String> cnn25 = List.of(lines[2].split(",", -1));
    assertThat(lines).hasSize(4);
    assertThat(cnn2.get(columns.indexOf("relevantMatchPercent_code_sharpened"))).isEqualTo("20.0");
    assertThat(cnn2.get(columns.indexOf("filters_MAX_text_plain"))).isEqualTo("4.0");
    assertThat(cnn25).hasSameSizeAs(columns);
    assertThat(cnn25.get(columns.indexOf("relevantMatchPercent_code_sharpened"))).isEmpty();
    assertThat(cnn25.get(columns.indexOf("auRoc_SRF"))).isEqualTo("0.6");
  }

  @Test
  void latex_escapesNames_andRounds() {
    String latex =
        ResultsLatex.of(
            table(1, CLASSES, trial("cnn-2", 1, 0.9, 0.8, Optional.of(layer(30, 20, 10)))));
    assertThat(latex)
        .contains("Dataset a\\_set \\& more, 1 trial, seed 1.")
        .contains("filter rule of the code, sharpened clip")
        .contains("cnn-2 & 0.850 $\\pm$ 0.050 & 0.400 $\\pm$ 0.100 & 30 & 20 & 10.0 & 3.0 \\\\");
    assertThat(ResultsLatex.escaped("~^\\{$%#}"))
        .isEqualTo("\\textasciitilde{}\\textasciicircum{}\\textbackslash{}\\{\\$\\%\\#\\}");
  }

  private static ResultTable table(int trials, List<String> classes, FinishedTrial... finished) {
    Experiment experiment =
        new Experiment(
            "01EXPERIMENT",
            "test",
            "01DATASET",
            List.of(ArchitecturePresets.named("cnn-2"), ArchitecturePresets.named("cnn-25")),
            trials,
            TrainingPresets.withOverrides(null),
            1,
            1,
            Instant.EPOCH);
    return ResultTable.of(experiment, "a_set & more", classes, List.of(finished));
  }

  private static FinishedTrial trial(
      String architecture, int trial, double max, double srf, Optional<LayerFigures> layer) {
    return new FinishedTrial(
        architecture,
        trial,
        List.of(new ClassMetrics("MAX", 10, max, 0.5), new ClassMetrics("SRF", 10, srf, 0.3)),
        (max + srf) / 2,
        Math.abs(max - srf) / 2,
        0.4,
        0.1,
        layer);
  }

  private static LayerFigures layer(double jaspar, double relevant, int dead) {
    return layer(jaspar, OptionalDouble.of(relevant), dead);
  }

  /** The text rule matches two filters in a hundred more. */
  private static LayerFigures layer(double jaspar, OptionalDouble relevant, int dead) {
    List<LayerFigures.Matches> matches = new ArrayList<>();
    for (FilterRule rule : FilterRule.values()) {
      for (ClipRule clip : ClipRule.values()) {
        matches.add(
            new LayerFigures.Matches(
                rule,
                clip,
                rule == FilterRule.CODE ? jaspar : jaspar + 2,
                relevant,
                List.of("MAX"),
                Map.of("MAX", 4, "SRF", 0)));
      }
    }
    return new LayerFigures(
        30, dead, 3, 1, OptionalDouble.empty(), FilterRule.CODE, ClipRule.SHARPENED, matches);
  }
}
