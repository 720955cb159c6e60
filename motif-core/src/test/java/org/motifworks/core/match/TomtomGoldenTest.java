package org.motifworks.core.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motifworks.core.motif.io.MemeFormat;
import org.motifworks.core.motif.io.MotifFile;

/**
 * Every row, order and digit of Tomtom 5.4.1 on invented motifs; the README beside them says more.
 */
class TomtomGoldenTest {

  @ParameterizedTest
  @CsvSource({
    "01, filters, database, ''",
    "02, filters, database, -dist pearson -evalue -thresh 10",
    "03, filters, few, -evalue -thresh 12 -min-overlap 6",
    "04, odd, database, -thresh 1 -dist pearson",
    "05, odd, database, -evalue -thresh 5",
    "06, odd, database, -incomplete-scores -evalue -thresh 1",
    "07, odd, database, -incomplete-scores -min-overlap 4 -thresh 0.9",
    "08, odd, few, -norc -min-overlap 5 -thresh 1",
    "09, odd, database, -motif-pseudo 0 -evalue -thresh 3",
    "10, odd, few, -motif-pseudo 1 -dist pearson -incomplete-scores -norc -evalue -thresh 4",
    "11, filters, database, -incomplete-scores -dist pearson -thresh 0.5",
    "12, odd, few, -dist ed -thresh 0.8 -motif-pseudo 5"
  })
  void everyRow_isTomtoms(String expected, String queries, String targets, String options)
      throws IOException {
    MotifFile file = read(queries);
    MatchSettings settings = settings(options).withBackground(file.background());
    MotifDatabase database = MotifDatabase.of(targets, read(targets).firstOfEachId());
    StringBuilder tsv = new StringBuilder();
    TomtomTsv.write(new MotifMatcher(database, settings).match(file.firstOfEachId()), tsv);
    assertThat(tsv.toString().lines().toList()).containsExactlyElementsOf(lines(expected + ".tsv"));
  }

  private static MatchSettings settings(String options) {
    MatchSettings settings = MatchSettings.tomtomDefaults();
    List<String> words = List.of(options.split(" "));
    boolean ofE = words.contains("-evalue");
    for (int i = 0; i < words.size(); i++) {
      String value = i + 1 < words.size() ? words.get(i + 1) : "";
      switch (words.get(i)) {
        case "-dist":
          if (value.equals("pearson")) settings = settings.withDistance(ColumnDistance.PEARSON);
          break;
        case "-incomplete-scores":
          settings = settings.withIncompleteScores();
          break;
        case "-min-overlap":
          settings = settings.withMinOverlap(Integer.parseInt(value));
          break;
        case "-norc":
          settings = settings.withoutReverseComplements();
          break;
        case "-motif-pseudo":
          settings = settings.withPseudoCount(Double.parseDouble(value));
          break;
        case "-thresh":
          double limit = Double.parseDouble(value);
          settings =
              settings.withThreshold(
                  ofE ? MatchThreshold.eValue(limit) : MatchThreshold.qValue(limit));
          break;
        default: // a value, or -evalue
      }
    }
    return settings;
  }

  private static MotifFile read(String name) throws IOException {
    try (Reader reader = new InputStreamReader(open(name + ".meme"), StandardCharsets.UTF_8)) {
      return MemeFormat.read(name, reader);
    }
  }

  private static List<String> lines(String name) throws IOException {
    try (InputStream in = open(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static InputStream open(String name) {
    return TomtomGoldenTest.class.getResourceAsStream(name);
  }
}
