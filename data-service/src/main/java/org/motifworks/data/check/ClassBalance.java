package org.motifworks.data.check;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.motifworks.core.dataset.Split;
import org.motifworks.data.source.SourceProblem;

/** Whether there is something to learn: every class with sequences of it and sequences without. */
public final class ClassBalance {

  private final List<String> classes;
  private final Map<Split, long[]> positives = new EnumMap<>(Split.class);
  private final Map<Split, Long> sizes = new EnumMap<>(Split.class);
  private long sequences;

  public ClassBalance(List<String> classes) {
    this.classes = classes;
    for (Split split : Split.values()) positives.put(split, new long[classes.size()]);
  }

  public void add(Split split, byte[] labels) {
    sequences++;
    sizes.merge(split, 1L, Long::sum);
    long[] here = positives.get(split);
    for (int i = 0; i < labels.length; i++) here[i] += labels[i];
  }

  /**
   * To be asked when all were added; warns of a class that a split lacks.
   *
   * @throws SourceProblem {@code classes.empty} for a class without a sequence, {@code
   *     classes.single} for one that has them all
   */
  public void check(Tally tally) {
    for (int i = 0; i < classes.size(); i++) {
      long all = 0;
      for (Split split : Split.values()) {
        long here = positives.get(split)[i];
        all += here;
        if (here == 0) {
          tally.count(
              "split.class-absent",
              "A class has no sequence in a split; first: '"
                  + classes.get(i)
                  + "' in "
                  + split.folder()
                  + ".");
        }
      }
      refuse(classes.get(i), all);
    }
  }

  /**
   * To be asked when all were added.
   *
   * @param action what the caller can do about a split without sequences
   * @throws SourceProblem {@code split.empty}
   */
  public void checkSplits(String action) {
    for (Split split : Split.values()) {
      if (sizes.containsKey(split)) continue;
      throw new SourceProblem(
          "split.empty",
          "Of " + sequences + " sequences none goes to the " + split.folder() + " split.",
          action);
    }
  }

  private void refuse(String name, long positives) {
    if (positives == 0) {
      throw new SourceProblem(
          "classes.empty",
          "No usable sequence belongs to the class '" + name + "'.",
          "Give sequences of it, or leave the class out.");
    }
    if (positives == sequences) {
      throw new SourceProblem(
          "classes.single",
          "Every sequence belongs to the class '" + name + "': nothing stands against it.",
          "Add sequences without it, or \"negatives\": \"dinucleotide-shuffle\".");
    }
  }
}
