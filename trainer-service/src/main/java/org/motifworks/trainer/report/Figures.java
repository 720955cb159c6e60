package org.motifworks.trainer.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The figures of an experiment, each drawn when it is asked for. */
@ApplicationScoped
class Figures {

  static final String MATCH_SHARE = "match-share";
  static final String LEARNING_CURVES = "learning-curves";
  static final String ROC = "roc";
  static final String PRECISION_RECALL = "precision-recall";

  private final ModelFolders folders;
  private final TestLabels labels;

  Figures(ModelFolders folders, TestLabels labels) {
    this.folders = folders;
    this.labels = labels;
  }

  private record Entry(String title, Supplier<Figure> drawing) {}

  /** Those that what is finished is enough for. */
  List<FigureName> names(ReportInput input) {
    return entries(input).entrySet().stream()
        .map(entry -> new FigureName(entry.getKey(), entry.getValue().title()))
        .toList();
  }

  /** Empty when there is no figure of that name, or not yet. */
  Optional<Figure> draw(ReportInput input, String name) {
    return Optional.ofNullable(entries(input).get(name)).map(entry -> entry.drawing().get());
  }

  /** The name of an architecture's gallery. */
  static String filters(ReportInput input, String architecture) {
    return "filters-" + slugs(input).get(architecture);
  }

  /** The name of an architecture's saliency. */
  static String saliency(ReportInput input, String architecture) {
    return "saliency-" + slugs(input).get(architecture);
  }

  private Map<String, Entry> entries(ReportInput input) {
    Map<String, Entry> all = new LinkedHashMap<>();
    if (input.results().rows().stream().anyMatch(row -> row.jasparMatchPercent() != null)) {
      all.put(
          MATCH_SHARE,
          new Entry("Matching filters by pool size", () -> MatchShareFigure.draw(input)));
    }
    if (!input.trained().isEmpty()) {
      all.put(
          LEARNING_CURVES,
          new Entry("Learning curves", () -> LearningCurvesFigure.draw(input, folders)));
      all.put(ROC, ranking(RankingFigure.Kind.ROC, input));
      all.put(PRECISION_RECALL, ranking(RankingFigure.Kind.PRECISION_RECALL, input));
    }
    for (String name : input.experiment().architectures()) {
      Optional<TrainedTrial> trained = input.firstInterpreted(name);
      if (trained.isEmpty()) continue;
      all.put(
          filters(input, name),
          new Entry("Filters of " + name, () -> FilterGalleryFigure.draw(trained.get(), folders)));
      all.put(
          saliency(input, name),
          new Entry("Saliency of " + name, () -> SaliencyFigure.draw(trained.get(), folders)));
    }
    return all;
  }

  private Entry ranking(RankingFigure.Kind kind, ReportInput input) {
    return new Entry(kind.title, () -> RankingFigure.draw(kind, input, folders, labels));
  }

  /** Architectures' names as parts of a file's name, no two alike. */
  private static Map<String, String> slugs(ReportInput input) {
    Map<String, String> slugs = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    for (String name : input.experiment().architectures()) {
      String plain = name.replaceAll("[^A-Za-z0-9._-]", "_");
      String slug = plain;
      for (int i = 2; !taken.add(slug); i++) slug = plain + "_" + i;
      slugs.put(name, slug);
    }
    return slugs;
  }
}
