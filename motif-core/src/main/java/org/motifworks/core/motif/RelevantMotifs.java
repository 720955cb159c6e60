package org.motifworks.core.motif;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which JASPAR matrices stand for which factor of an experiment: a match to one of them is a
 * <em>relevant</em> match, any other is only a match.
 *
 * <p>Ids are compared without their version, so any version of a matrix counts.
 */
public final class RelevantMotifs {
  private static final RelevantMotifs PAPER =
      new RelevantMotifs(
          List.of(
              Map.entry("ARID3A", List.of("MA0151", "MA0601")),
              Map.entry("CEBPB", List.of("MA0466")),
              Map.entry("FOSL1", List.of("MA0477")),
              Map.entry("GABPA", List.of("MA0062")),
              Map.entry("MAFK", List.of("MA0496")),
              Map.entry("MAX", List.of("MA0058")),
              // MA0660 and MA0773 are MEF2B and MEF2D; the authors' code counts them as STAT1's
              Map.entry("MEF2A", List.of("MA0052", "MA0660", "MA0773")),
              Map.entry("NFYB", List.of("MA0502", "MA0060")),
              Map.entry("SP1", List.of("MA0079")),
              Map.entry("SRF", List.of("MA0083")),
              Map.entry("STAT1", List.of("MA0137")),
              Map.entry("YY1", List.of("MA0095"))));

  private final Map<String, String> factorByBaseId = new LinkedHashMap<>();
  private final List<String> factors;

  private RelevantMotifs(List<Map.Entry<String, List<String>>> groups) {
    for (Map.Entry<String, List<String>> group : groups) {
      for (String baseId : group.getValue()) factorByBaseId.put(baseId, group.getKey());
    }
    factors = groups.stream().map(Map.Entry::getKey).toList();
  }

  /** The twelve factors of Koo &amp; Eddy 2019. */
  public static RelevantMotifs paper() {
    return PAPER;
  }

  /** The factor a matrix such as {@code MA0466.2} stands for, if it is one of this experiment. */
  public Optional<String> factorOf(String motifId) {
    int dot = motifId.lastIndexOf('.');
    return Optional.ofNullable(factorByBaseId.get(dot < 0 ? motifId : motifId.substring(0, dot)));
  }

  /** The ids without version that stand for a factor; empty for a factor not of this experiment. */
  public List<String> baseIds(String factor) {
    return factorByBaseId.entrySet().stream()
        .filter(entry -> entry.getValue().equals(factor))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The factors, in the paper's order. */
  public List<String> factors() {
    return factors;
  }
}
