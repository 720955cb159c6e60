package org.motifworks.data.peaks;

import java.io.IOException;
import java.util.BitSet;
import java.util.Locale;
import java.util.SplittableRandom;
import org.motifworks.core.dataset.DatasetWriter;
import org.motifworks.core.dataset.Split;
import org.motifworks.core.genome.BinLabels;
import org.motifworks.core.genome.Genome;
import org.motifworks.core.sequence.DinucleotideShuffle;
import org.motifworks.core.sequence.Nucleotide;
import org.motifworks.data.check.ClassBalance;
import org.motifworks.data.check.Tally;
import org.motifworks.data.source.PeaksSource;

/**
 * Writes the windows of labelled bins and of chosen negatives. An id is the window's place, {@code
 * chr8:800-1800}, 0-based and half-open.
 */
final class WindowWriter {

  private static final String SHUFFLED = "_shuffled";

  private final PeaksSource source;
  private final Genome genome;
  private final BinLabels binLabels;
  private final DatasetWriter writer;
  private final ClassBalance balance;
  private final Tally tally;
  private final byte[] tokens;
  private final byte[] labels;
  private final byte[] none;
  private final SplittableRandom random;

  WindowWriter(
      PeaksSource source,
      Genome genome,
      BinLabels binLabels,
      DatasetWriter writer,
      ClassBalance balance,
      Tally tally) {
    this.source = source;
    this.genome = genome;
    this.binLabels = binLabels;
    this.writer = writer;
    this.balance = balance;
    this.tally = tally;
    this.tokens = new byte[source.window()];
    this.labels = new byte[binLabels.classes()];
    this.none = new byte[binLabels.classes()];
    this.random = new SplittableRandom(source.split().seed());
  }

  void writeAll(BinWalk walk, BitSet negatives, Stages stages) throws IOException {
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
    String id = id(visit);
    if (tooManyN(id)) return;
    write(visit.split(), id, tokens, labels);
    if (labelled && source.negatives() == PeaksSource.Negatives.DINUCLEOTIDE_SHUFFLE) {
      write(visit.split(), id + SHUFFLED, DinucleotideShuffle.shuffle(tokens, random), none);
    }
  }

  private void write(Split split, String id, byte[] sequence, byte[] row) throws IOException {
    writer.add(split, id, sequence, row);
    balance.add(split, row);
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

  private String id(BinWalk.Visit visit) {
    String name = genome.chromosomes().get(visit.chromosome()).name();
    return name + ":" + visit.windowStart() + "-" + (visit.windowStart() + source.window());
  }

  static int count(byte[] tokens, byte token) {
    int count = 0;
    for (byte each : tokens) if (each == token) count++;
    return count;
  }
}
