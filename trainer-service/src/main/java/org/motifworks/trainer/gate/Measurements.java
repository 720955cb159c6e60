package org.motifworks.trainer.gate;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.contracts.interpretation.FilterFinding;
import org.motifworks.contracts.interpretation.Interpretation;
import org.motifworks.contracts.json.Json;
import org.motifworks.contracts.model.ModelFiles;
import org.motifworks.core.dataset.Dataset;
import org.motifworks.core.dataset.DatasetSplit;
import org.motifworks.core.dataset.Split;
import org.motifworks.core.metric.AuPr;
import org.motifworks.core.metric.AuRoc;
import org.motifworks.core.metric.Interval;
import org.motifworks.core.metric.MetricBootstrap;
import org.motifworks.core.metric.RankedScores;
import org.motifworks.core.npy.NpyFloatArray;
import org.motifworks.core.npy.NpyReader;
import org.motifworks.kit.artifact.Artifact;
import org.motifworks.kit.artifact.ArtifactStore;
import org.motifworks.kit.problem.Problem;
import org.motifworks.trainer.registry.InterpretationView;
import org.motifworks.trainer.registry.ModelView;
import org.motifworks.trainer.series.PromotionRules;

/**
 * Measures a candidate and a champion on the test split both have seen only at the end. Scores are
 * those that training left in the model's folder, one row a test sequence: a model of the series
 * has the series' split, so nothing is scored again. Only an imported champion is scored now.
 */
@ApplicationScoped
class Measurements {

  /** Scores of one model held in memory at once; about 40 MB. */
  private static final long MOST_SCORES = 10_000_000;

  private final ArtifactStore store;
  private final ImportedScores imported;

  Measurements(ArtifactStore store, ImportedScores imported) {
    this.store = store;
    this.imported = imported;
  }

  /** A model of the series, by its number there. */
  record Subject(int version, ModelView model) {}

  /** What was measured; differences are candidate minus champion. */
  record Measured(
      Figures candidate,
      Optional<Figures> champion,
      Optional<Interval> auRocDifference,
      Optional<Interval> auPrDifference) {}

  /**
   * @param evaluation the dataset with the frozen test split
   * @param alive told again and again while it goes on
   * @throws Problem {@code judgement.too-large}, {@code judgement.no-scores}, {@code
   *     judgement.not-scored}, {@code artifact.missing}, {@code artifact.corrupt}
   */
  Measured measure(
      Subject candidate,
      Optional<Subject> champion,
      ArtifactRef evaluation,
      PromotionRules rules,
      Runnable alive)
      throws IOException {
    int classes = candidate.model().classes().size();
    byte[] labels = labels(evaluation, classes);
    List<Subject> subjects = new ArrayList<>(List.of(candidate));
    champion.ifPresent(subjects::add);
    List<float[]> scores = new ArrayList<>();
    for (Subject subject : subjects) {
      NpyFloatArray all = scores(subject.model(), evaluation, alive);
      scores.add(checked(all, subject.model(), labels.length / classes, classes));
      alive.run();
    }
    List<MetricBootstrap.Draws> draws =
        MetricBootstrap.of(scores, labels, classes, rules.resamples(), rules.seed(), alive);
    List<Means> means = scores.stream().map(s -> Means.of(s, labels, classes)).toList();
    List<Figures> figures = new ArrayList<>();
    for (int i = 0; i < subjects.size(); i++) {
      figures.add(
          new Figures(
              subjects.get(i).version(),
              subjects.get(i).model().id(),
              interval(means.get(i).auRoc(), draws.get(i).auRoc(), rules),
              interval(means.get(i).auPr(), draws.get(i).auPr(), rules),
              meaning(subjects.get(i).model())));
    }
    if (champion.isEmpty()) {
      return new Measured(figures.get(0), Optional.empty(), Optional.empty(), Optional.empty());
    }
    return new Measured(
        figures.get(0),
        Optional.of(figures.get(1)),
        interval(
            means.get(0).auRoc() - means.get(1).auRoc(),
            differences(draws.get(0).auRoc(), draws.get(1).auRoc()),
            rules),
        interval(
            means.get(0).auPr() - means.get(1).auPr(),
            differences(draws.get(0).auPr(), draws.get(1).auPr()),
            rules));
  }

  private static Optional<Interval> interval(
      double estimate, double[] draws, PromotionRules rules) {
    boolean undefined = Double.isNaN(estimate) || Arrays.stream(draws).allMatch(Double::isNaN);
    return undefined
        ? Optional.empty()
        : Optional.of(Interval.percentile(estimate, draws, rules.confidence()));
  }

  private static double[] differences(double[] first, double[] second) {
    return IntStream.range(0, first.length).mapToDouble(i -> first[i] - second[i]).toArray();
  }

  /** Means over the classes that are defined; NaN when none is. */
  private record Means(double auRoc, double auPr) {
    static Means of(float[] scores, byte[] labels, int classes) {
      List<RankedScores> ranked =
          IntStream.range(0, classes)
              .mapToObj(c -> RankedScores.ofClass(scores, labels, classes, c))
              .filter(r -> r.positives() > 0 && r.negatives() > 0)
              .toList();
      return new Means(
          ranked.stream().mapToDouble(r -> AuRoc.of(r).getAsDouble()).average().orElse(Double.NaN),
          ranked.stream()
              .mapToDouble(r -> AuPr.trapezoid(r).getAsDouble())
              .average()
              .orElse(Double.NaN));
    }
  }

  private byte[] labels(ArtifactRef evaluation, int classes) throws IOException {
    try (Dataset dataset = Dataset.open(store.open(evaluation).folder())) {
      DatasetSplit test = dataset.split(Split.TEST);
      if ((long) test.size() * classes > MOST_SCORES) {
        throw new Problem(
            422,
            "judgement.too-large",
            "A test split too large to be judged on",
            test.size()
                + " sequences by "
                + classes
                + " classes are more than "
                + MOST_SCORES
                + ".",
            "Judge on a smaller test split, or promote with force.");
      }
      byte[] labels = new byte[test.size() * classes];
      test.labels().copyRows(0, test.size(), labels, 0);
      return labels;
    }
  }

  private NpyFloatArray scores(ModelView model, ArtifactRef evaluation, Runnable alive)
      throws IOException {
    Artifact artifact = store.open(model.ref());
    if (model.imported() == null) {
      return NpyReader.readFloats(artifact.file(ModelFiles.TEST_LOGITS));
    }
    return imported.of(artifact.folder(), store.open(evaluation).folder(), alive);
  }

  private static float[] checked(NpyFloatArray scores, ModelView model, int rows, int classes) {
    if (scores.shape().equals(List.of(rows, classes))) return scores.values();
    throw new Problem(
        422,
        "judgement.no-scores",
        "A model without scores of the test split",
        ModelFiles.TEST_LOGITS
            + " of model "
            + model.id()
            + " has shape "
            + scores.shape()
            + ", the test split "
            + List.of(rows, classes)
            + ".",
        "Train the model again on a dataset with the series' test split.");
  }

  private Optional<Figures.Meaning> meaning(ModelView model) throws IOException {
    if (model.interpretation().state() != InterpretationView.State.READY) return Optional.empty();
    Artifact artifact = store.open(model.interpretation().ref());
    Interpretation found =
        Json.mapper()
            .readValue(artifact.file("interpretation.json").toFile(), Interpretation.class);
    List<String> motifs =
        found.relevantMatchPercent().isPresent()
            ? found.primary().coveredFactors()
            : found.filters().stream()
                .map(FilterFinding::matches)
                .filter(matches -> !matches.isEmpty())
                .map(matches -> matches.get(0).targetName())
                .distinct()
                .sorted()
                .toList();
    return Optional.of(
        new Figures.Meaning(
            found.filterCount(),
            found.deadFilters().size(),
            found.relevantMatchPercent().stream().boxed().findFirst(),
            motifs));
  }
}
