package org.motifworks.data.check;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.motifworks.core.dataset.Dataset;
import org.motifworks.core.dataset.DatasetSplit;
import org.motifworks.core.dataset.Split;
import org.motifworks.core.genome.Loci;
import org.motifworks.core.genome.Locus;
import org.motifworks.core.sequence.ContentKey;

/**
 * What a dataset holds already. Nothing of its validation and test split may get into training: no
 * sequence on either strand, nothing from a place that overlaps theirs, and nothing from a
 * chromosome that only they have.
 */
public final class BaseSequences {

  private static final int TRAINED_ON = 0;
  private static final int HELD_OUT = 1;

  private final DistinctSequences sequences = new DistinctSequences();
  private final Loci heldOut = new Loci();
  private final Set<String> heldOutChromosomes = new HashSet<>();
  private final Set<String> trainedChromosomes = new HashSet<>();

  /** Why a sequence cannot be added. */
  private enum Obstacle {
    KNOWN(
        "append.known",
        "A sequence is in the training split already, on either strand, and keeps its labels"),
    HELD_OUT(
        "append.held-out",
        "A sequence, on either strand, is in the validation or test split and was left out"),
    HELD_OUT_PLACE(
        "append.held-out-locus",
        "A sequence overlaps a place of the validation or test split, or is of a chromosome that"
            + " only they have, and was left out");

    final String code;
    final String words;

    Obstacle(String code, String words) {
      this.code = code;
      this.words = words;
    }
  }

  private BaseSequences() {}

  /** Reads all sequences and ids; of a sequence in two splits the one that is held out counts. */
  public static BaseSequences of(Dataset dataset) {
    BaseSequences base = new BaseSequences();
    for (Split split : List.of(Split.TRAIN, Split.VALIDATION, Split.TEST)) {
      base.add(dataset.split(split), split != Split.TRAIN);
    }
    return base;
  }

  private void add(DatasetSplit split, boolean isHeldOut) {
    byte[] tokens = new byte[split.sequences().columns()];
    for (int row = 0; row < split.size(); row++) {
      split.sequences().copyRow(row, tokens, 0);
      sequences.put(ContentKey.of(tokens), isHeldOut ? HELD_OUT : TRAINED_ON);
    }
    split.ids().forEach(id -> Locus.inId(id).ifPresent(locus -> add(locus, isHeldOut)));
  }

  private void add(Locus locus, boolean isHeldOut) {
    if (isHeldOut) heldOut.add(locus);
    (isHeldOut ? heldOutChromosomes : trainedChromosomes).add(locus.chromosome());
  }

  /**
   * Whether a sequence is new and may be trained on.
   *
   * @param id may name its place, as in {@link Locus#inId}
   */
  public boolean accepts(String id, ContentKey key) {
    return obstacle(id, key).isEmpty();
  }

  /**
   * The same; counts a sequence that is not accepted.
   *
   * @param place what the warning calls the sequence
   */
  public boolean accepts(String id, ContentKey key, String place, Tally tally) {
    Optional<Obstacle> obstacle = obstacle(id, key);
    obstacle.ifPresent(each -> tally.count(each.code, each.words + "; first: " + place + "."));
    return obstacle.isEmpty();
  }

  private Optional<Obstacle> obstacle(String id, ContentKey key) {
    int known = sequences.labels(key);
    if (known == TRAINED_ON) return Optional.of(Obstacle.KNOWN);
    if (known == HELD_OUT) return Optional.of(Obstacle.HELD_OUT);
    return Locus.inId(id).filter(this::isHeldOut).map(none -> Obstacle.HELD_OUT_PLACE);
  }

  private boolean isHeldOut(Locus locus) {
    boolean wholly =
        heldOutChromosomes.contains(locus.chromosome())
            && !trainedChromosomes.contains(locus.chromosome());
    return wholly || heldOut.overlap(locus);
  }
}
