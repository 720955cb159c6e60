package org.motifworks.interpret.saliency;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.motifworks.contracts.interpretation.InterpretationSettings;
import org.motifworks.contracts.interpretation.SaliencyExample;
import org.motifworks.contracts.interpretation.SaliencyExample.EmbeddedMotif;
import org.motifworks.contracts.interpretation.SaliencyFinding;
import org.motifworks.contracts.interpretation.SaliencyFinding.ClassSaliency;
import org.motifworks.contracts.interpretation.SaliencyMap;
import org.motifworks.core.dataset.DatasetSplit;
import org.motifworks.core.dataset.Placement;
import org.motifworks.core.dataset.SplitTruth;
import org.motifworks.core.sequence.DnaAlphabet;
import org.motifworks.interpret.model.InferenceSession;
import org.motifworks.interpret.model.TokenBatch;
import org.motifworks.interpret.number.Rounded;

/** Guided saliency of a test split's single-label sequences. */
public final class SaliencyAnalysis {
  private static final int BATCH = 64;

  private final InferenceSession session;
  private final List<String> classes;
  private final InterpretationSettings settings;

  /** An analysis of a model with these classes. */
  public SaliencyAnalysis(
      InferenceSession session, List<String> classes, InterpretationSettings settings) {
    this.session = session;
    this.classes = classes;
    this.settings = settings;
  }

  /**
   * What was found.
   *
   * @param finding the numbers and the examples
   * @param maps gradient and heights of each example, in the same order
   */
  public record Result(SaliencyFinding finding, List<SaliencyMap> maps) {}

  /** Explains the first single-label rows of a split, as many as the settings say. */
  public Result of(DatasetSplit split) {
    List<SingleLabelRow> rows = SingleLabelRow.first(split, settings.saliencySequences());
    Optional<SplitTruth> truth = split.truth();
    MeanAndDeviation all = new MeanAndDeviation();
    List<MeanAndDeviation> byClass = new ArrayList<>();
    classes.forEach(ignored -> byClass.add(new MeanAndDeviation()));
    ExampleChoice examples = new ExampleChoice(classes.size(), settings.saliencyExamples());
    TokenBatch batch = new TokenBatch(BATCH, split.sequences().columns());
    for (int from = 0; from < rows.size(); from += BATCH) {
      List<SingleLabelRow> part = rows.subList(from, Math.min(rows.size(), from + BATCH));
      for (ExplainedSequence sequence : explain(split, truth, part, batch)) {
        all.add(sequence.auRoc());
        byClass.get(sequence.label()).add(sequence.auRoc());
        examples.offer(sequence);
      }
    }
    return result(split, all, byClass, examples.chosen());
  }

  private List<ExplainedSequence> explain(
      DatasetSplit split, Optional<SplitTruth> truth, List<SingleLabelRow> rows, TokenBatch batch) {
    batch.clear();
    rows.forEach(row -> batch.add(split.sequences().row(row.row())));
    int[] labels = rows.stream().mapToInt(SingleLabelRow::label).toArray();
    List<GuidedGradient.Explained> explained = new GuidedGradient(session).explain(batch, labels);
    List<ExplainedSequence> sequences = new ArrayList<>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      int row = rows.get(i).row();
      List<Placement> placements = truth.map(known -> known.ofRow(row)).orElse(List.of());
      double[][] gradient = explained.get(i).gradient();
      sequences.add(
          new ExplainedSequence(
              row,
              labels[i],
              explained.get(i).logit(),
              explained.get(i).probability(),
              split.sequences().row(row),
              gradient,
              placements,
              truth.isEmpty()
                  ? OptionalDouble.empty()
                  : PositionScores.auRoc(gradient, placements)));
    }
    return sequences;
  }

  private Result result(
      DatasetSplit split,
      MeanAndDeviation all,
      List<MeanAndDeviation> byClass,
      List<ExplainedSequence> chosen) {
    List<ClassSaliency> perClass = new ArrayList<>();
    for (int i = 0; i < classes.size(); i++) {
      MeanAndDeviation mean = byClass.get(i);
      if (mean.count() == 0) continue;
      perClass.add(
          new ClassSaliency(
              classes.get(i), Rounded.to(mean.mean().getAsDouble(), 4), mean.count()));
    }
    List<String> ids = chosen.isEmpty() ? List.of() : split.ids();
    List<SaliencyExample> examples = new ArrayList<>();
    List<SaliencyMap> maps = new ArrayList<>();
    for (int i = 0; i < chosen.size(); i++) {
      SaliencyExample example = example(chosen.get(i), ids, i);
      examples.add(example);
      maps.add(
          SaliencyMaps.of(
              example.id(),
              example.className(),
              example.sequence(),
              new GuidedGradient.Explained(
                  example.logit(), example.probability(), chosen.get(i).gradient())));
    }
    SaliencyFinding finding =
        new SaliencyFinding(
            Rounded.to(all.mean(), 4),
            Rounded.to(all.deviation(), 4),
            all.count(),
            perClass,
            examples);
    return new Result(finding, maps);
  }

  private SaliencyExample example(ExplainedSequence sequence, List<String> ids, int index) {
    return new SaliencyExample(
        sequence.row(),
        ids.get(sequence.row()),
        classes.get(sequence.label()),
        Rounded.to(sequence.logit(), 4),
        Rounded.to(sequence.probability(), 6),
        DnaAlphabet.format(sequence.tokens()),
        Rounded.to(sequence.auRoc(), 4),
        sequence.placements().stream().map(SaliencyAnalysis::embedded).toList(),
        "saliency/" + index + ".svg");
  }

  private static EmbeddedMotif embedded(Placement placement) {
    return new EmbeddedMotif(
        placement.factor(),
        placement.motif(),
        String.valueOf(placement.strand().symbol()),
        placement.start(),
        placement.end());
  }
}
