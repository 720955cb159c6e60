package org.motifworks.interpret.api;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.motifworks.interpret.score.InputFormat;
import org.motifworks.interpret.score.ScoreFormat;
import org.motifworks.interpret.score.ScoreSettings;
import org.motifworks.kit.problem.Problem;

/**
 * What the query and the headers of a request to score ask for.
 *
 * @param input how the sequences are sent
 * @param settings how they become scores
 * @param output how the scores are written
 */
record ScoreOptions(InputFormat input, ScoreSettings settings, ScoreFormat output) {
  private static final Set<String> NAMES =
      Set.of("input", "strands", "shorter", "longer", "stride", "hits", "saliency", "format");

  /**
   * Reads the options.
   *
   * @param accepted media types the client takes, best first
   * @throws Problem {@code score.option} (400) for an unknown name or value
   */
  static ScoreOptions of(MultivaluedMap<String, String> query, List<MediaType> accepted) {
    for (String name : query.keySet()) {
      if (!NAMES.contains(name)) throw wrong("There is no option '" + name + "'.", NAMES);
    }
    ScoreSettings settings =
        new ScoreSettings(
            value(query, "strands", ScoreSettings.Strands.FORWARD),
            value(query, "shorter", ScoreSettings.Shorter.REFUSE),
            value(query, "longer", ScoreSettings.Longer.REFUSE),
            number(query, "stride", "number of nucleotides"),
            number(query, "hits", "number of filters").orElse(0),
            Optional.ofNullable(query.getFirst("saliency")));
    if (settings.stride().isPresent() && settings.longer() == ScoreSettings.Longer.REFUSE) {
      throw wrong(
          "A stride is of no use where longer sequences are refused.",
          Set.of("longer=windows", "longer=max", "longer=mean"));
    }
    return new ScoreOptions(
        value(query, "input", InputFormat.AUTO),
        settings,
        value(query, "format", format(accepted)));
  }

  /**
   * Checks what depends on the model.
   *
   * @throws Problem {@code class.unknown} (422)
   */
  void requireClassesOf(List<String> classes) {
    Optional<String> saliency = settings.saliency();
    if (saliency.isEmpty() || saliency.get().equals(ScoreSettings.TOP)) return;
    ClassName.index(saliency.get(), classes);
  }

  /** The first type of the client's list that scores can be written in. */
  private static ScoreFormat format(List<MediaType> accepted) {
    for (MediaType type : accepted) {
      for (ScoreFormat format : ScoreFormat.values()) {
        if (type.isCompatible(MediaType.valueOf(format.mediaType()))) return format;
      }
    }
    return ScoreFormat.NDJSON;
  }

  private static OptionalInt number(
      MultivaluedMap<String, String> query, String name, String what) {
    String value = query.getFirst(name);
    if (value == null) return OptionalInt.empty();
    if (value.matches("[1-9][0-9]{0,8}")) return OptionalInt.of(Integer.parseInt(value));
    throw wrong(name + "=" + value + " is no " + what + ".", Set.of("1 and more"));
  }

  private static <E extends Enum<E>> E value(
      MultivaluedMap<String, String> query, String name, E otherwise) {
    String value = query.getFirst(name);
    if (value == null) return otherwise;
    E[] values = otherwise.getDeclaringClass().getEnumConstants();
    for (E each : values) if (written(each).equals(value)) return each;
    throw wrong(
        "There is no " + name + "=" + value + ".",
        Arrays.stream(values).map(ScoreOptions::written).collect(Collectors.toSet()));
  }

  private static String written(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static Problem wrong(String detail, Set<String> possible) {
    return new Problem(
        400,
        "score.option",
        "An option that is not understood",
        detail,
        "Possible: " + possible.stream().sorted().collect(Collectors.joining(", ")) + ".");
  }
}
