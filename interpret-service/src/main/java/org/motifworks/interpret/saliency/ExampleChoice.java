package org.motifworks.interpret.saliency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which sequences are drawn: class by class in turn the one the model is surest of, so that every
 * class is shown before one is shown twice, and every class is shown however many there are.
 */
final class ExampleChoice {
  private final int atMost;
  private final List<List<ExplainedSequence>> byClass = new ArrayList<>();

  ExampleChoice(int classes, int atMost) {
    this.atMost = Math.max(atMost, classes);
    for (int i = 0; i < classes; i++) byClass.add(new ArrayList<>());
  }

  /** Considers a sequence; keeps of each class only what may still be drawn. */
  void offer(ExplainedSequence sequence) {
    List<ExplainedSequence> best = byClass.get(sequence.label());
    best.add(sequence);
    best.sort(
        Comparator.comparingDouble(ExplainedSequence::logit)
            .reversed()
            .thenComparingInt(ExplainedSequence::row));
    if (best.size() > atMost) best.remove(best.size() - 1);
  }

  /** The chosen, by class, the surest first. */
  List<ExplainedSequence> chosen() {
    int[] taken = new int[byClass.size()];
    int total = 0;
    for (boolean any = true; any && total < atMost; ) {
      any = false;
      for (int i = 0; i < taken.length && total < atMost; i++) {
        if (taken[i] == byClass.get(i).size()) continue;
        taken[i]++;
        total++;
        any = true;
      }
    }
    List<ExplainedSequence> chosen = new ArrayList<>(total);
    for (int i = 0; i < taken.length; i++) chosen.addAll(byClass.get(i).subList(0, taken[i]));
    return chosen;
  }
}
