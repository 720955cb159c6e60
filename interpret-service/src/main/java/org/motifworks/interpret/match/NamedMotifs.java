package org.motifworks.interpret.match;

import java.util.List;
import org.motifworks.contracts.matching.MatchingResult.RejectedMotif;
import org.motifworks.core.match.MotifDatabase;
import org.motifworks.core.motif.Background;
import org.motifworks.core.motif.Motif;

/**
 * Motifs from one place.
 *
 * @param database them as something to match against
 * @param background of their file; uniform where it names none
 * @param rejected motifs of the file that cannot be used
 * @param classes of the model whose filters they are; none for others
 */
public record NamedMotifs(
    MotifDatabase database,
    Background background,
    List<RejectedMotif> rejected,
    List<String> classes) {

  /** A database as it is. */
  public static NamedMotifs of(MotifDatabase database) {
    return new NamedMotifs(database, Background.UNIFORM, List.of(), List.of());
  }

  /** What answers call them. */
  public String name() {
    return database.name();
  }

  /** In their order. */
  public List<Motif> motifs() {
    return database.motifs();
  }
}
