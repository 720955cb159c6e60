package org.motifworks.trainer.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.motifworks.contracts.interpretation.FilterFinding;
import org.motifworks.contracts.interpretation.Interpretation;
import org.motifworks.contracts.interpretation.RuleSummary;
import org.motifworks.contracts.json.Json;
import org.motifworks.core.jaspar.JasparDatabase;
import org.motifworks.core.match.RelevantFactors;
import org.motifworks.kit.artifact.Artifact;

/** Reads an interpretation's folder, whose files {@code docs/formats.md} describes. */
final class LayerFiguresReader {

  private LayerFiguresReader() {}

  static LayerFigures read(Artifact artifact) {
    try {
      Interpretation interpretation =
          Json.mapper()
              .readValue(artifact.file("interpretation.json").toFile(), Interpretation.class);
      JasparDatabase jaspar = jaspar(interpretation.settings().jaspar());
      RelevantFactors factors = RelevantFactors.of(interpretation.classes(), jaspar.motifs());
      return new LayerFigures(
          interpretation.filterCount(),
          interpretation.deadFilters().size(),
          copies(interpretation.filters(), "+"),
          copies(interpretation.filters(), "-"),
          interpretation.saliency().auRoc(),
          interpretation.primaryRule(),
          interpretation.primaryClip(),
          interpretation.summaries().stream()
              .map(summary -> matches(artifact, summary, factors, jaspar))
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
      Artifact artifact, RuleSummary summary, RelevantFactors factors, JasparDatabase jaspar) {
    String file = "motifs/%s-%s.tsv".formatted(summary.rule().label(), summary.clip().label());
    Map<String, Set<String>> filters = new TreeMap<>();
    for (String factor : factors.factors()) filters.put(factor, new HashSet<>());
    try (Stream<String> rows = Files.lines(artifact.file(file))) {
      rows.skip(1)
          .map(row -> row.split("\t", 3)) // query, target, the rest
          .forEach(
              cells ->
                  jaspar
                      .find(cells[1])
                      .flatMap(factors::factorOf)
                      .ifPresent(factor -> filters.get(factor).add(cells[0])));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
    Map<String, Integer> counts = new HashMap<>();
    filters.forEach((factor, of) -> counts.put(factor, of.size()));
    return new LayerFigures.Matches(
        summary.rule(),
        summary.clip(),
        summary.jasparMatchPercent(),
        summary.relevantMatchPercent(),
        summary.coveredFactors(),
        counts);
  }

  private static JasparDatabase jaspar(String release) {
    JasparDatabase newest = JasparDatabase.newest();
    return newest.release().equals(release) ? newest : JasparDatabase.jaspar2016();
  }
}
