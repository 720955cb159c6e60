package org.motifworks.trainer.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.motifworks.contracts.interpretation.FilterFinding;
import org.motifworks.contracts.interpretation.Interpretation;
import org.motifworks.contracts.interpretation.RuleSummary;
import org.motifworks.contracts.json.Json;
import org.motifworks.kit.artifact.Artifact;

/** Reads an interpretation's folder, whose files {@code docs/formats.md} describes. */
final class LayerFiguresReader {

  private LayerFiguresReader() {}

  static LayerFigures read(Artifact artifact) {
    try {
      Interpretation interpretation =
          Json.mapper()
              .readValue(artifact.file("interpretation.json").toFile(), Interpretation.class);
      return new LayerFigures(
          interpretation.filterCount(),
          interpretation.deadFilters().size(),
          copies(interpretation.filters(), "+"),
          copies(interpretation.filters(), "-"),
          interpretation.saliency().auRoc(),
          interpretation.primaryRule(),
          interpretation.primaryClip(),
          interpretation.summaries().stream()
              .map(summary -> matches(artifact, interpretation, summary))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(artifact.ref().key() + " cannot be read", e);
    }
  }

  private static int copies(List<FilterFinding> filters, String strand) {
    return (int)
        filters.stream()
            .filter(
                filter ->
                    filter
                        .group()
                        .filter(group -> group.representative() != filter.filter())
                        .filter(group -> group.strand().equals(strand))
                        .isPresent())
            .count();
  }

  private static LayerFigures.Matches matches(
      Artifact artifact, Interpretation interpretation, RuleSummary summary) {
    Map<String, Integer> counts = new HashMap<>();
    FactorMatches.read(artifact, interpretation, summary.rule(), summary.clip())
        .filters()
        .forEach((factor, filters) -> counts.put(factor, filters.size()));
    return new LayerFigures.Matches(
        summary.rule(),
        summary.clip(),
        summary.jasparMatchPercent(),
        summary.relevantMatchPercent(),
        summary.coveredFactors(),
        counts);
  }
}
