package org.motifworks.data.fasta;

import org.motifworks.core.dataset.Dataset;
import org.motifworks.core.dataset.DatasetSplit;
import org.motifworks.core.dataset.Split;
import org.motifworks.core.genome.Loci;
import org.motifworks.core.genome.Locus;
import org.motifworks.core.sequence.ContentKey;
import org.motifworks.data.check.Tally;

/**
 * What a dataset holds already. Nothing of its validation and test split may get into training: no
 * sequence on either strand, and nothing from a place that overlaps theirs.
 */
final class BaseSequences {

  private static final int TRAINED_ON = 0;
  private static final int HELD_OUT = 1;

  private final DistinctSequences sequences = new DistinctSequences();
  private final Loci heldOut = new Loci();

  static BaseSequences of(Dataset dataset) {
    BaseSequences base = new BaseSequences();
    for (Split split : Split.values()) base.add(dataset.split(split), split != Split.TRAIN);
    return base;
  }

  private void add(DatasetSplit split, boolean isHeldOut) {
    byte[] tokens = new byte[split.sequences().columns()];
    for (int row = 0; row < split.size(); row++) {
      split.sequences().copyRow(row, tokens, 0);
      sequences.put(ContentKey.of(tokens), isHeldOut ? HELD_OUT : TRAINED_ON);
    }
    if (isHeldOut) split.ids().forEach(id -> Locus.inId(id).ifPresent(heldOut::add));
  }

  /** Passes on what is new and may be trained on; counts the rest. */
  FastaPass.Receiver newOnes(FastaPass.Receiver next, Tally tally) {
    return candidate -> {
      int known = sequences.labels(candidate.key());
      if (known == TRAINED_ON) {
        tally.count(
            "append.known",
            "A sequence is in the training split already, on either strand, and keeps its labels;"
                + " first: "
                + candidate.place()
                + ".");
      } else if (known == HELD_OUT) {
        tally.count(
            "append.held-out",
            "A sequence, on either strand, is in the validation or test split and was left out;"
                + " first: "
                + candidate.place()
                + ".");
      } else if (Locus.inId(candidate.id()).filter(heldOut::overlap).isPresent()) {
        tally.count(
            "append.held-out-locus",
            "A sequence overlaps a place of the validation or test split and was left out; first: "
                + candidate.place()
                + ".");
      } else {
        next.take(candidate);
      }
    };
  }
}
