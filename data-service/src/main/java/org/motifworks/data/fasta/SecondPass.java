package org.motifworks.data.fasta;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.motifworks.core.dataset.DatasetFormatException;
import org.motifworks.core.dataset.DatasetWriter;
import org.motifworks.core.dataset.Split;
import org.motifworks.core.sequence.ContentKey;
import org.motifworks.core.sequence.DinucleotideShuffle;
import org.motifworks.data.check.ClassBalance;
import org.motifworks.data.check.Tally;
import org.motifworks.data.source.FastaSource;
import org.motifworks.data.source.FastaSource.Negatives;

/** Writes each different sequence where it first comes, and its shuffled negative after it. */
final class SecondPass implements FastaPass.Receiver {

  private static final String SHUFFLED = "_shuffled";

  private final FastaSource source;
  private final FirstPass first;
  private final DatasetWriter writer;
  private final ClassBalance balance;
  private final Tally tally;
  private final Map<String, Integer> repeatedIds = new HashMap<>();

  SecondPass(
      FastaSource source,
      FirstPass first,
      DatasetWriter writer,
      ClassBalance balance,
      Tally tally) {
    this.source = source;
    this.first = first;
    this.writer = writer;
    this.balance = balance;
    this.tally = tally;
  }

  @Override
  public void take(Candidate candidate) throws IOException {
    if (!first.distinct().firstTime(candidate.key())) return;
    byte[] labels = first.labels(candidate);
    write(candidate.split(), candidate.id(), candidate.tokens(), labels);
    if (source.negatives() == Negatives.DINUCLEOTIDE_SHUFFLE && anyLabel(labels)) {
      writeShuffled(candidate, labels.length);
    }
  }

  /** In the split of the sequence it was made from, or the model could know it by its parent. */
  private void writeShuffled(Candidate candidate, int classes) throws IOException {
    long seed = SplitAssignment.hash(~source.split().seed(), candidate.key());
    byte[] shuffled = DinucleotideShuffle.shuffle(candidate.tokens(), seed);
    ContentKey key = ContentKey.of(shuffled);
    if (first.distinct().contains(key)) {
      tally.count(
          "negatives.not-new",
          "A shuffled sequence equals one that is there and was left out; first: of "
              + candidate.place()
              + ".");
      return;
    }
    byte[] none = new byte[classes];
    first.distinct().put(key, first.number(none));
    first.distinct().firstTime(key);
    write(candidate.split(), candidate.id() + SHUFFLED, shuffled, none);
  }

  private void write(Split split, String id, byte[] tokens, byte[] labels) throws IOException {
    try {
      writer.add(split, id, tokens, labels);
      balance.add(split, labels);
    } catch (DatasetFormatException e) {
      if (!e.code().equals("dataset.duplicate-id")) throw e;
      int number = repeatedIds.merge(id, 2, (old, two) -> old + 1);
      tally.count(
          "id.repeated", "Different sequences share an id and got numbers; first: " + id + ".");
      write(split, id + "_" + number, tokens, labels);
    }
  }

  private static boolean anyLabel(byte[] labels) {
    for (byte label : labels) {
      if (label != 0) return true;
    }
    return false;
  }
}
