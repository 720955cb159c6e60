package org.motifworks.data.peaks;

import java.io.IOException;
import java.util.BitSet;
import java.util.Locale;
import java.util.SplittableRandom;
import org.motifworks.core.genome.BinLabels;
import org.motifworks.core.genome.Genome;
import org.motifworks.core.sequence.DinucleotideShuffle;
import org.motifworks.core.sequence.Nucleotide;
import org.motifworks.data.check.Tally;
import org.motifworks.data.source.PeaksSource;

/** Hands on the windows of labelled bins and of chosen negatives. */
final class LabelledWindows {

  private static final String SHUFFLED = "_shuffled";

  private final PeaksSource source;
  private final Genome genome;
  private final BinLabels binLabels;
  private final WindowReceiver receiver;
  private final Tally tally;
  private final byte[] tokens;
  private final byte[] labels;
  private final byte[] none;
  private final SplittableRandom random;

  LabelledWindows(
      PeaksSource source,
      Genome genome,
      BinLabels binLabels,
      WindowReceiver receiver,
      Tally tally) {
    this.source = source;
    this.genome = genome;
    this.binLabels = binLabels;
    this.receiver = receiver;
    this.tally = tally;
    this.tokens = new byte[source.window()];
    this.labels = new byte[binLabels.classes()];
    this.none = new byte[binLabels.classes()];
    this.random = new SplittableRandom(source.split().seed());
  }

  void passOn(BinWalk walk, BitSet negatives, Stages stages) throws IOException {
    double from = negatives.isEmpty() ? 0 : 0.5;
    walk.run(
        new BinWalk.Visitor() {
          @Override
          public void visit(BinWalk.Visit visit) throws IOException {
            take(visit, negatives);
          }

          @Override
          public void leaveOut(int bin, BinWalk.Reason reason) throws IOException {
            if (!binLabels.read(bin, labels)) return;
            tally.count(
                "bins.left-out." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                "Bins of a class were left out because they are " + reason.words + ".");
          }
        },
        stages,
        from,
        1);
  }

  private void take(BinWalk.Visit visit, BitSet negatives) throws IOException {
    boolean labelled = binLabels.read(visit.bin(), labels);
    if (!labelled && !negatives.get(visit.bin())) return;
    genome.read(visit.chromosome(), visit.windowStart(), tokens);
    String id = visit.id(tokens.length);
    if (tooManyN(id)) return;
    boolean taken = receiver.take(visit.split(), id, tokens, labels);
    if (taken && labelled && source.negatives() == PeaksSource.Negatives.DINUCLEOTIDE_SHUFFLE) {
      byte[] shuffled = DinucleotideShuffle.shuffle(tokens, random);
      receiver.take(visit.split(), id + SHUFFLED, shuffled, none);
    }
  }

  private boolean tooManyN(String id) {
    int count = count(tokens, Nucleotide.N);
    if (count > source.maxN().orElse(Integer.MAX_VALUE)) {
      tally.count("n.left-out", "Windows with too many N were left out; first: " + id + ".");
      return true;
    }
    if (count > tokens.length / 10) {
      tally.count("n.many", "More than a tenth of a window is N; first: " + id + ".");
    }
    return false;
  }

  static int count(byte[] tokens, byte token) {
    int count = 0;
    for (byte each : tokens) if (each == token) count++;
    return count;
  }
}
