package org.motifworks.standalone.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A bulk scoring as data-service shows it.
 *
 * @param progress in bytes
 * @param result once it has succeeded
 */
public record ScoringView(
    String id,
    String state,
    Request request,
    Optional<Instant> createdAt,
    Progress progress,
    Optional<Result> result,
    Optional<JsonNode> problem) {

  private static final Set<String> ENDED = Set.of("SUCCEEDED", "FAILED", "CANCELLED", "RETIRED");

  public ScoringView {
    problem = Views.present(problem);
  }

  /** What was asked for. */
  public record Request(
      String model,
      Optional<String> sequences,
      Optional<String> regions,
      Optional<String> variants,
      Optional<String> genome) {

    /** The file that has a row for each of its entries. */
    public String file() {
      return sequences.or(() -> regions).or(() -> variants).orElse("");
    }
  }

  /** How far it is. */
  public record Progress(long done, long total) {}

  /**
   * What it came to.
   *
   * @param sequences rows, or cells of tracks; of variants, alternative alleles
   * @param failed of them, could not be scored
   * @param filledUp windows that were filled up with N
   * @param tracks files, where they were asked for instead of a table
   */
  public record Result(
      String model, long sequences, long failed, long filledUp, List<Track> tracks) {

    public Result {
      tracks = tracks == null ? List.of() : List.copyOf(tracks);
    }
  }

  /** The scores of a class along a genome. */
  public record Track(String name, String file) {}

  public static ScoringView of(JsonNode document) {
    return Views.read(document, ScoringView.class);
  }

  /** Files of tracks; none where there is, or will be, a table. */
  public List<Track> tracks() {
    return result.map(Result::tracks).orElse(List.of());
  }

  public boolean hasSucceeded() {
    return state.equals("SUCCEEDED");
  }

  public boolean hasEnded() {
    return ENDED.contains(state);
  }
}
