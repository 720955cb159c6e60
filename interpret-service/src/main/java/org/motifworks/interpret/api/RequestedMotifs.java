package org.motifworks.interpret.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.motifworks.contracts.interpretation.ClipRule;
import org.motifworks.contracts.interpretation.FilterRule;
import org.motifworks.contracts.interpretation.Interpretation;
import org.motifworks.core.match.MotifDatabase;
import org.motifworks.core.motif.Background;
import org.motifworks.core.motif.Motif;
import org.motifworks.core.motif.io.MotifFiles;
import org.motifworks.interpret.interpretation.InterpretationFiles;
import org.motifworks.interpret.interpretation.Interpretations.Found;
import org.motifworks.interpret.match.BundledDatabase;
import org.motifworks.interpret.match.MotifSource;
import org.motifworks.interpret.match.NamedMotifs;
import org.motifworks.interpret.match.PastedMotifs;
import org.motifworks.kit.problem.Problem;

/** Finds the motifs a request is about. */
@ApplicationScoped
public class RequestedMotifs {
  private final InterpretedModels models;

  RequestedMotifs(InterpretedModels models) {
    this.models = models;
  }

  /**
   * Motifs to look for.
   *
   * @throws Problem {@code match.unknown-database}, {@code filter.unknown}, {@code filter.dead} and
   *     {@code model.unknown} with its like (404), codes of {@link PastedMotifs} (422)
   */
  NamedMotifs queries(MotifSource source) {
    return source.motifs() == null ? stored(source) : PastedMotifs.queries(source);
  }

  /**
   * Motifs to look among.
   *
   * @throws Problem likewise
   */
  NamedMotifs targets(MotifSource source) {
    return source.motifs() == null ? stored(source) : PastedMotifs.targets(source);
  }

  private NamedMotifs stored(MotifSource source) {
    if (source.model() != null) return filters(source);
    return BundledDatabase.of(source.database())
        .map(one -> NamedMotifs.of(one.motifs()))
        .orElseThrow(
            () ->
                new Problem(
                    404,
                    "match.unknown-database",
                    "No such database",
                    "There is no motif database '" + source.database() + "'.",
                    "GET /v1/motif-databases lists those there are."));
  }

  /** The very matrices the interpretation matched, by its primary rule and clip or others. */
  private NamedMotifs filters(MotifSource source) {
    Found found = models.find(source.model());
    Interpretation interpretation = found.interpretation();
    FilterRule rule = InterpretedModels.rule(source.rule(), interpretation);
    ClipRule clip = InterpretedModels.clip(source.clip(), interpretation);
    List<Motif> motifs = read(found, InterpretationFiles.meme(1, rule, clip));
    if (source.filters() != null) {
      for (int filter : source.filters()) InterpretedModels.living(interpretation, 1, filter);
      Set<String> ids =
          source.filters().stream().map(filter -> "filter-" + filter).collect(Collectors.toSet());
      motifs = motifs.stream().filter(motif -> ids.contains(motif.id())).toList();
    }
    if (motifs.isEmpty()) throw noMotif(source.model());
    String name =
        "filters of %s %s (%s rule, %s clip)"
            .formatted(interpretation.architecture(), source.model(), rule.label(), clip.label());
    return new NamedMotifs(
        MotifDatabase.of(name, motifs), Background.UNIFORM, List.of(), interpretation.classes());
  }

  private static List<Motif> read(Found found, String file) {
    try {
      return MotifFiles.read(found.artifact().file(file)).motifs();
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  private static Problem noMotif(String model) {
    return new Problem(
        422,
        "match.no-motif",
        "Filters without a motif",
        "None of the filters asked for of model '" + model + "' has a motif.",
        "Choose filters that fire on the test split.");
  }
}
