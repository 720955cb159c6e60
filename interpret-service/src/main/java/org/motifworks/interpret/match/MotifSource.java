package org.motifworks.interpret.match;

import java.util.List;
import java.util.stream.Stream;
import org.motifworks.kit.problem.Problem;

/**
 * Where motifs come from: exactly one of {@code database}, {@code motifs} and {@code model}.
 *
 * @param database a bundled one, see {@link BundledDatabase}
 * @param motifs text of any format that is read
 * @param name what errors and answers call that text
 * @param model id of a model, whose filters these are
 * @param filters which of them, from 0; absent for all
 * @param rule how they became motifs, {@code code} or {@code text}; absent for the interpretation's
 *     primary one
 * @param clip which columns were kept, {@code sharpened} or {@code plain}; likewise
 */
public record MotifSource(
    String database,
    String motifs,
    String name,
    String model,
    List<Integer> filters,
    String rule,
    String clip) {
  static final MotifSource NONE = new MotifSource(null, null, null, null, null, null, null);

  public MotifSource {
    filters = filters == null ? null : List.copyOf(filters);
  }

  /** Requires exactly one of the three. */
  void requireOne(String field) {
    long named = Stream.of(database, motifs, model).filter(one -> one != null).count();
    if (named == 1) return;
    throw new Problem(
            422,
            "match.source",
            named == 0 ? "Motifs are missing" : "Motifs from more than one place",
            "'" + field + "' names " + named + " of 'database', 'motifs' and 'model'.",
            "Name exactly one of them.")
        .at("field", field);
  }
}
