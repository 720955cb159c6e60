package org.motifworks.interpret.saliency;

import static org.motifworks.contracts.interpretation.SaliencyRule.GUIDED;
import static org.motifworks.contracts.interpretation.SaliencyRule.PLAIN;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.motifworks.contracts.interpretation.InterpretationSettings;
import org.motifworks.contracts.interpretation.SaliencyExample;
import org.motifworks.contracts.interpretation.SaliencyFinding;
import org.motifworks.contracts.interpretation.SaliencyFinding.PlainSaliency;
import org.motifworks.contracts.interpretation.SaliencyMap;
import org.motifworks.contracts.interpretation.SaliencyRule;
import org.motifworks.core.dataset.DatasetSplit;
import org.motifworks.core.dataset.Placement;
import org.motifworks.core.dataset.SplitTruth;
import org.motifworks.interpret.model.InferenceSession;
import org.motifworks.interpret.model.Prediction;
import org.motifworks.interpret.model.TokenBatch;

/** Saliency of a test split's single-label sequences, by every rule the model has a graph of. */
public final class SaliencyAnalysis {
  private static final int BATCH = 64;

  private final InferenceSession session;
  private final Set<SaliencyRule> rules;
  private final List<String> classes;
  private final InterpretationSettings settings;

  /** An analysis of a model with these classes. */
  public SaliencyAnalysis(
      InferenceSession session, List<String> classes, InterpretationSettings settings) {
    this.session = session;
    this.rules = session.saliencyRules();
    this.classes = classes;
    this.settings = settings;
  }

  /**
   * What was found.
   *
   * @param finding the numbers and the examples
   * @param maps by rule, gradient and heights of each example, in the same order
   */
  public record Result(SaliencyFinding finding, Map<SaliencyRule, List<SaliencyMap>> maps) {}

  /** Explains the first single-label rows of a split, as many as the settings say. */
  public Result of(DatasetSplit split) {
    List<SingleLabelRow> rows =
        SingleLabelRow.ofEveryClass(split, classes.size(), settings.saliencySequences());
    Optional<SplitTruth> truth = split.truth();
    Map<SaliencyRule, RuleFigures> figures = new EnumMap<>(SaliencyRule.class);
    for (SaliencyRule rule : rules) figures.put(rule, new RuleFigures(rule, classes));
    ExampleChoice examples = new ExampleChoice(classes.size(), settings.saliencyExamples());
    TokenBatch batch = new TokenBatch(BATCH, split.sequences().columns());
    for (int from = 0; from < rows.size(); from += BATCH) {
      List<SingleLabelRow> part = rows.subList(from, Math.min(rows.size(), from + BATCH));
      for (ExplainedSequence sequence : explain(split, truth, part, batch)) {
        figures.values().forEach(one -> one.add(sequence));
        examples.offer(sequence);
      }
    }
    return result(split, figures, examples.chosen());
  }

  private List<ExplainedSequence> explain(
      DatasetSplit split, Optional<SplitTruth> truth, List<SingleLabelRow> rows, TokenBatch batch) {
    batch.clear();
    rows.forEach(row -> batch.add(split.sequences().row(row.row())));
    int[] labels = rows.stream().mapToInt(SingleLabelRow::label).toArray();
    Prediction prediction = session.predict(batch);
    Map<SaliencyRule, List<double[][]>> gradients = new EnumMap<>(SaliencyRule.class);
    for (SaliencyRule rule : rules) {
      gradients.put(rule, new ClassGradient(session, rule).gradients(batch, labels));
    }
    List<ExplainedSequence> sequences = new ArrayList<>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      int row = rows.get(i).row();
      List<Placement> placements = truth.map(known -> known.ofRow(row)).orElse(List.of());
      Map<SaliencyRule, ExplainedSequence.View> views = new EnumMap<>(SaliencyRule.class);
      for (SaliencyRule rule : rules) {
        double[][] gradient = gradients.get(rule).get(i);
        OptionalDouble auRoc =
            truth.isEmpty() ? OptionalDouble.empty() : PositionScores.auRoc(gradient, placements);
        views.put(rule, new ExplainedSequence.View(gradient, auRoc));
      }
      sequences.add(
          new ExplainedSequence(
              row,
              labels[i],
              prediction.logit(i, labels[i]),
              prediction.probability(i, labels[i]),
              split.sequences().row(row),
              placements,
              views));
    }
    return sequences;
  }

  private Result result(
      DatasetSplit split, Map<SaliencyRule, RuleFigures> figures, List<ExplainedSequence> chosen) {
    List<String> ids = chosen.isEmpty() ? List.of() : split.ids();
    List<SaliencyExample> examples = new ArrayList<>();
    Map<SaliencyRule, List<SaliencyMap>> maps = new EnumMap<>(SaliencyRule.class);
    for (SaliencyRule rule : rules) maps.put(rule, new ArrayList<>());
    for (ExplainedSequence sequence : chosen) {
      SaliencyExample example =
          SaliencyMaps.example(
              sequence, ids.get(sequence.row()), classes.get(sequence.label()), examples.size());
      examples.add(example);
      for (SaliencyRule rule : rules) {
        maps.get(rule)
            .add(
                SaliencyMaps.of(
                    example.id(),
                    example.className(),
                    example.sequence(),
                    sequence.explained(rule)));
      }
    }
    RuleFigures guided = figures.get(GUIDED);
    Optional<PlainSaliency> plain =
        Optional.ofNullable(figures.get(PLAIN))
            .map(one -> new PlainSaliency(one.mean(), one.deviation(), one.perClass()));
    return new Result(
        new SaliencyFinding(
            guided.mean(),
            guided.deviation(),
            guided.sequences(),
            guided.perClass(),
            plain,
            examples),
        maps);
  }
}
