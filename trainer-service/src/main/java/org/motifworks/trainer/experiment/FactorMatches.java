package org.motifworks.trainer.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.motifworks.contracts.interpretation.ClipRule;
import org.motifworks.contracts.interpretation.FilterRule;
import org.motifworks.contracts.interpretation.Interpretation;
import org.motifworks.core.jaspar.JasparDatabase;
import org.motifworks.core.match.RelevantFactors;
import org.motifworks.kit.artifact.Artifact;

/**
 * Which filters of a model match which of its classes' factors, by one rule and clip.
 *
 * @param filters indices by factor, in class order, none of the known factors left out; a filter
 *     stands at every factor it matches
 */
public record FactorMatches(Map<String, Set<Integer>> filters) {

  private static final String QUERY = "filter-";

  public FactorMatches {
    filters = Collections.unmodifiableMap(new LinkedHashMap<>(filters));
  }

  /**
   * Reads the table of all matches, which holds more than the few that {@code interpretation.json}
   * lists.
   */
  public static FactorMatches read(
      Artifact artifact, Interpretation interpretation, FilterRule rule, ClipRule clip) {
    JasparDatabase jaspar = jaspar(interpretation.settings().jaspar());
    RelevantFactors factors = RelevantFactors.of(interpretation.classes(), jaspar.motifs());
    Map<String, Set<Integer>> filters = new LinkedHashMap<>();
    for (String factor : factors.factors()) filters.put(factor, new TreeSet<>());
    String file = "motifs/%s-%s.tsv".formatted(rule.label(), clip.label());
    try (Stream<String> rows = Files.lines(artifact.file(file))) {
      rows.skip(1)
          .map(row -> row.split("\t", 3)) // query, target, the rest
          .forEach(
              cells ->
                  jaspar
                      .find(cells[1])
                      .flatMap(factors::factorOf)
                      .ifPresent(factor -> filters.get(factor).add(index(cells[0]))));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
    return new FactorMatches(filters);
  }

  private static int index(String query) {
    return Integer.parseInt(query.substring(QUERY.length()));
  }

  private static JasparDatabase jaspar(String release) {
    JasparDatabase newest = JasparDatabase.newest();
    return newest.release().equals(release) ? newest : JasparDatabase.jaspar2016();
  }
}
