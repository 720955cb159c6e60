package org.motifworks.core.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motifworks.core.motif.ReferenceFolder;
import org.motifworks.core.motif.io.MemeFormat;
import org.motifworks.core.motif.io.MotifFile;

/**
 * Every row, order and digit of the reference program's own outputs; skipped where they are not.
 */
class TomtomReferenceTest {
  @ParameterizedTest
  @CsvSource({
    "default",
    "paper",
    "ed_full_thresh10",
    "minov5",
    "norc",
    "pseudo0",
    "incomplete",
    "pearson",
    "pearson_minov5"
  })
  void everyRow_isTheReferencePrograms(String setting) throws IOException {
    for (String set : List.of("jaspar-motifs", "trimmed-motifs")) {
      Path expected =
          ReferenceFolder.file("reference/tomtom/" + set + "/tomtom_" + setting + ".tsv");
      MotifFile queries;
      try (Reader reader =
          Files.newBufferedReader(ReferenceFolder.file("reference/tomtom/" + set + ".meme"))) {
        queries = MemeFormat.read(set, reader);
      }
      MatchSettings settings = settings(setting).withBackground(queries.background());
      StringBuilder tsv = new StringBuilder();
      TomtomTsv.write(
          new MotifMatcher(MotifDatabase.jaspar2016(), settings).match(queries.motifs()), tsv);
      assertThat(tsv.toString().lines().toList())
          .as(set)
          .containsExactlyElementsOf(
              Files.readAllLines(expected).stream()
                  .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                  .toList());
    }
  }

  private static MatchSettings settings(String name) {
    MatchSettings paper = MatchSettings.paper();
    MatchSettings loose = paper.withThreshold(MatchThreshold.eValue(10));
    switch (name) {
      case "default":
        return MatchSettings.tomtomDefaults();
      case "paper":
        return paper;
      case "ed_full_thresh10":
        return loose;
      case "minov5":
        return paper.withMinOverlap(5);
      case "norc":
        return paper.withoutReverseComplements();
      case "pseudo0":
        return paper.withPseudoCount(0);
      case "incomplete":
        return paper.withIncompleteScores();
      case "pearson":
        return paper.withDistance(ColumnDistance.PEARSON);
      case "pearson_minov5":
        return loose.withDistance(ColumnDistance.PEARSON).withMinOverlap(5);
      default:
        throw new IllegalArgumentException(name);
    }
  }
}
