package org.motifworks.data.fasta;

import java.util.EnumMap;
import java.util.Map;
import org.motifworks.core.dataset.Split;
import org.motifworks.data.check.DistinctSequences;
import org.motifworks.data.check.Tally;
import org.motifworks.data.source.SourceProblem;

/** What is learned from reading an import once: the different sequences and where they go. */
final class FirstPass implements FastaPass.Receiver {

  private final DistinctSequences distinct = new DistinctSequences();
  private final LabelSets labelSets = new LabelSets();
  private final Map<Split, Long> counts = new EnumMap<>(Split.class);
  private final Tally tally;

  FirstPass(Tally tally) {
    this.tally = tally;
  }

  /** Keeps a sequence once, on whichever strand, with all labels it comes with. */
  @Override
  public void take(Candidate candidate) {
    int labels = labelSets.number(candidate.labels());
    int before = distinct.labels(candidate.key());
    if (before < 0) {
      distinct.put(candidate.key(), labels);
      counts.merge(candidate.split(), 1L, Long::sum);
      return;
    }
    int union = labelSets.union(before, labels);
    if (before == labels) {
      tally.count(
          "duplicate.kept-once",
          "The same sequence, on either strand, was kept once; first: " + candidate.place() + ".");
    } else {
      tally.count(
          "duplicate.conflicting-labels",
          "The same sequence came with different labels and got all of them; first: "
              + candidate.place()
              + ".");
      distinct.put(candidate.key(), union);
    }
  }

  DistinctSequences distinct() {
    return distinct;
  }

  /** All labels a sequence came with. */
  byte[] labels(Candidate candidate) {
    return labelSets.labels(distinct.labels(candidate.key()));
  }

  /** The number of a label set, for sequences added later. */
  int number(byte[] labels) {
    return labelSets.number(labels);
  }

  /**
   * @throws SourceProblem {@code split.empty} when there is a split to which no sequence goes
   */
  void checkSplits() {
    for (Split split : Split.values()) {
      if (counts.containsKey(split)) continue;
      throw new SourceProblem(
          "split.empty",
          "Of "
              + distinct.size()
              + " different sequences none goes to the "
              + split.folder()
              + " split.",
          "Give more sequences, larger fractions, or another seed.");
    }
  }
}
