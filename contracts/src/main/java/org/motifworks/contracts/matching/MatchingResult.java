package org.motifworks.contracts.matching;

import java.util.List;

/**
 * Motifs matched against a database.
 *
 * @param format always {@link #FORMAT}
 * @param settings all that decides the numbers besides the motifs
 * @param queries in the order they came
 * @param groups queries that are duplicates or reverse complements of each other
 * @param rejected motifs of the query file that could not be matched
 */
public record MatchingResult(
    String format,
    MatchingSettings settings,
    TargetDatabase database,
    List<MatchedMotif> queries,
    List<DuplicateMotifs> groups,
    MatchingCounts counts,
    List<RejectedMotif> rejected) {

  public static final String FORMAT = "motifworks.matching/1";

  public MatchingResult {
    if (!FORMAT.equals(format)) {
      throw new IllegalArgumentException(
          "matching format is " + format + ", this version reads " + FORMAT);
    }
    queries = List.copyOf(queries);
    groups = List.copyOf(groups);
    rejected = List.copyOf(rejected);
  }

  /**
   * What was matched against.
   *
   * @param name such as {@code JASPAR CORE 2016 vertebrates}
   * @param motifs how many it holds; an E-value is a p-value times this
   */
  public record TargetDatabase(String name, int motifs) {}

  /**
   * A motif that was left out.
   *
   * @param id as its file has it; empty where it has none
   * @param line 1-based line of the file
   * @param reason a sentence for people
   */
  public record RejectedMotif(String id, long line, String reason) {}
}
