package org.motifworks.interpret.saliency;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.motifworks.contracts.interpretation.SaliencyFinding.ClassSaliency;
import org.motifworks.contracts.interpretation.SaliencyRule;
import org.motifworks.interpret.number.Rounded;

/** How well one rule's saliency finds the embedded motifs, over all sequences and by class. */
final class RuleFigures {
  private final SaliencyRule rule;
  private final List<String> classes;
  private final MeanAndDeviation all = new MeanAndDeviation();
  private final List<MeanAndDeviation> byClass = new ArrayList<>();

  RuleFigures(SaliencyRule rule, List<String> classes) {
    this.rule = rule;
    this.classes = classes;
    classes.forEach(ignored -> byClass.add(new MeanAndDeviation()));
  }

  void add(ExplainedSequence sequence) {
    all.add(sequence.auRoc(rule));
    byClass.get(sequence.label()).add(sequence.auRoc(rule));
  }

  int sequences() {
    return all.count();
  }

  OptionalDouble mean() {
    return Rounded.to(all.mean(), 4);
  }

  OptionalDouble deviation() {
    return Rounded.to(all.deviation(), 4);
  }

  /** Classes with at least one judged sequence, in order. */
  List<ClassSaliency> perClass() {
    List<ClassSaliency> perClass = new ArrayList<>();
    for (int i = 0; i < classes.size(); i++) {
      MeanAndDeviation one = byClass.get(i);
      if (one.count() == 0) continue;
      perClass.add(
          new ClassSaliency(classes.get(i), Rounded.to(one.mean().getAsDouble(), 4), one.count()));
    }
    return perClass;
  }
}
