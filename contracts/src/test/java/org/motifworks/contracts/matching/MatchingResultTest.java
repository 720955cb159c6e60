package org.motifworks.contracts.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.motifworks.contracts.json.Json;
import org.motifworks.core.match.ColumnDistance;
import org.motifworks.core.match.MatchCounts;
import org.motifworks.core.match.MatchSettings;
import org.motifworks.core.match.MotifDatabase;
import org.motifworks.core.match.MotifGroups;
import org.motifworks.core.match.MotifMatch;
import org.motifworks.core.match.QueryMatches;
import org.motifworks.core.match.RelevantFactors;
import org.motifworks.core.motif.Motif;
import org.motifworks.core.motif.Strand;

/** The golden file is the contract: its names are what readers out there look for. */
class MatchingResultTest {

  @Test
  void result_isTheGoldenFile_andReadsBack() throws IOException {
    MotifDatabase jaspar = MotifDatabase.jaspar2016();
    Motif mafk =
        jaspar.motifs().stream().filter(m -> m.id().equals("MA0496.1")).findFirst().orElseThrow();
    Motif query = new Motif("filter-3", "", mafk.matrix().slice(3, 12), 120);
    Motif reversed = new Motif("filter-7", "", query.matrix().reverseComplement(), 80);
    RelevantFactors factors = RelevantFactors.of(List.of("MAFK", "SRF"), jaspar.motifs());
    MatchSettings settings = MatchSettings.paper();
    List<QueryMatches> found =
        List.of(
            new QueryMatches(query, List.of(match(query, mafk, Strand.FORWARD))),
            new QueryMatches(reversed, List.of(match(reversed, mafk, Strand.REVERSE))));

    MatchingResult result =
        new MatchingResult(
            MatchingResult.FORMAT,
            MatchingSettings.of(settings),
            new MatchingResult.TargetDatabase(jaspar.name(), jaspar.motifs().size()),
            found.stream().map(q -> MatchedMotif.of(q, factors)).toList(),
            MotifGroups.of(List.of(query, reversed)).stream().map(DuplicateMotifs::of).toList(),
            MatchingCounts.of(MatchCounts.of(2, found, factors)),
            List.of(new MatchingResult.RejectedMotif("filter-9", 42, "Column 1 sums to 0.")));

    String json = Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(result);
    assertThat(json + "\n").isEqualTo(golden());
    assertThat(Json.mapper().readValue(json, MatchingResult.class)).isEqualTo(result);
  }

  private static MotifMatch match(Motif query, Motif target, Strand strand) {
    return new MotifMatch(
        query,
        target,
        ColumnDistance.EUCLIDEAN,
        3,
        9,
        strand,
        2e-24,
        1e-21,
        2.5e-21,
        query.matrix().consensus(),
        target.matrix().onStrand(strand).consensus());
  }

  private static String golden() throws IOException {
    try (InputStream file =
        MatchingResultTest.class.getResourceAsStream("/golden/MatchingResult.v1.json")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
