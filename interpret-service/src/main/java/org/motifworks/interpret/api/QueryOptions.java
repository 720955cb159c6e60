package org.motifworks.interpret.api;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.motifworks.interpret.score.ScoreSettings;
import org.motifworks.interpret.score.ScoreSettings.Longer;
import org.motifworks.kit.problem.Problem;

/** Options in a request's query. Each refuses what it does not know with {@code score.option}. */
final class QueryOptions {
  private final MultivaluedMap<String, String> query;

  /**
   * @param known all the names there are
   * @throws Problem {@code score.option} (400) for another
   */
  QueryOptions(MultivaluedMap<String, String> query, Set<String> known) {
    this.query = query;
    for (String name : query.keySet()) {
      if (!known.contains(name)) throw wrong("There is no option '" + name + "'.", known);
    }
  }

  /** One of an enum's values, written in lower case. */
  <E extends Enum<E>> E value(String name, E otherwise) {
    String value = query.getFirst(name);
    if (value == null) return otherwise;
    E[] values = otherwise.getDeclaringClass().getEnumConstants();
    for (E each : values) if (written(each).equals(value)) return each;
    throw wrong(
        "There is no " + name + "=" + value + ".",
        Arrays.stream(values).map(QueryOptions::written).toList());
  }

  /** A number from 1. */
  OptionalInt number(String name, String what) {
    String value = query.getFirst(name);
    if (value == null) return OptionalInt.empty();
    if (value.matches("[1-9][0-9]{0,8}")) return OptionalInt.of(Integer.parseInt(value));
    throw wrong(name + "=" + value + " is no " + what + ".", List.of("1 and more"));
  }

  /** The stride, which needs windows to go from one to the next of. */
  OptionalInt stride(Longer longer, String... ways) {
    OptionalInt stride = number("stride", "number of nucleotides");
    if (stride.isEmpty() || longer != ScoreSettings.Longer.REFUSE) return stride;
    throw wrong(
        "A stride is of no use where longer sequences are refused.",
        Arrays.stream(ways).map(way -> "longer=" + way).toList());
  }

  static Problem wrong(String detail, Collection<String> possible) {
    return new Problem(
        400,
        "score.option",
        "An option that is not understood",
        detail,
        "Possible: " + possible.stream().sorted().collect(Collectors.joining(", ")) + ".");
  }

  private static String written(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
