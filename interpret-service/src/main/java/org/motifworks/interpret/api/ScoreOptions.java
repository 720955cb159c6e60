package org.motifworks.interpret.api;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.motifworks.interpret.model.ModelOutline;
import org.motifworks.interpret.score.InputFormat;
import org.motifworks.interpret.score.ScoreFormat;
import org.motifworks.interpret.score.ScoreSettings;
import org.motifworks.interpret.score.ScoreSettings.Longer;
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
    QueryOptions options = new QueryOptions(query, NAMES);
    Longer longer = options.value("longer", Longer.REFUSE);
    ScoreSettings settings =
        new ScoreSettings(
            options.value("strands", ScoreSettings.Strands.FORWARD),
            options.value("shorter", ScoreSettings.Shorter.REFUSE),
            longer,
            options.stride(longer, "windows", "max", "mean"),
            options.number("hits", "number of filters").orElse(0),
            Optional.ofNullable(query.getFirst("saliency")));
    return new ScoreOptions(
        options.value("input", InputFormat.AUTO),
        settings,
        options.value("format", format(accepted)));
  }

  /**
   * Checks what depends on the model.
   *
   * @throws Problem {@code class.unknown} (422), {@code model.imported} (409)
   */
  void requireFit(ModelOutline model) {
    Optional<String> saliency = settings.saliency();
    if (model.trained().isEmpty()) {
      if (settings.hits() > 0)
        throw OneGraph.lacks("Its filters are not known, and so are no hits");
      if (saliency.isPresent()) throw OneGraph.lacks("There is no graph of its gradient");
    }
    if (saliency.isEmpty() || saliency.get().equals(ScoreSettings.TOP)) return;
    ClassName.index(saliency.get(), model.classes());
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
}
