package org.motifworks.data.peaks;

import java.io.IOException;
import java.util.BitSet;
import java.util.SplittableRandom;
import org.motifworks.core.dataset.Split;
import org.motifworks.core.genome.BinLabels;
import org.motifworks.core.genome.Genome;
import org.motifworks.core.genome.GenomeBins;
import org.motifworks.core.sequence.Nucleotide;
import org.motifworks.data.check.Tally;
import org.motifworks.data.source.PeaksSource;

/**
 * Chooses unlabelled bins so that in each split the GC content of negatives is that of the labelled
 * windows: as many in each percent, drawn evenly from all there are (Vitter 1985, algorithm R). The
 * window of a negative holds no labelled bin, wholly or in part.
 */
final class GcMatch {

  private static final int STRATA = 101; // percent of GC, rounded

  private final PeaksSource source;
  private final Genome genome;
  private final GenomeBins bins;
  private final BinWalk walk;
  private final BinLabels binLabels;
  private final WindowReceiver receiver;
  private final byte[] labels;
  private final byte[] tokens;

  GcMatch(
      PeaksSource source,
      Genome genome,
      GenomeBins bins,
      BinLabels binLabels,
      BinWalk walk,
      WindowReceiver receiver) {
    this.source = source;
    this.genome = genome;
    this.bins = bins;
    this.walk = walk;
    this.binLabels = binLabels;
    this.receiver = receiver;
    this.labels = new byte[binLabels.classes()];
    this.tokens = new byte[source.window()];
  }

  /** The chosen bins; warns where there were too few. */
  BitSet choose(Tally tally, Stages stages) throws IOException {
    BitSet labelled = labelled(stages);
    int[][] wanted = new int[Split.values().length][STRATA];
    walk.run(
        visit -> {
          if (!labelled.get(visit.bin()) || !usable(visit)) return;
          wanted[visit.split().ordinal()][percentGc(tokens)]++;
        },
        stages,
        0,
        0.25);
    Draw[][] draws = new Draw[Split.values().length][STRATA];
    SplittableRandom random = new SplittableRandom(~source.split().seed());
    for (int split = 0; split < draws.length; split++) {
      for (int gc = 0; gc < STRATA; gc++) draws[split][gc] = new Draw(wanted[split][gc], random);
    }
    walk.run(
        visit -> {
          if (anyLabelled(visit, labelled) || !usable(visit)) return;
          draws[visit.split().ordinal()][percentGc(tokens)].offer(visit.bin());
        },
        stages,
        0.25,
        0.5);
    return chosen(draws, tally);
  }

  private static BitSet chosen(Draw[][] draws, Tally tally) {
    BitSet chosen = new BitSet();
    for (Draw[] split : draws) {
      for (int gc = 0; gc < STRATA; gc++) {
        for (int i = 0; i < split[gc].size(); i++) chosen.set(split[gc].bins[i]);
        for (int i = split[gc].size(); i < split[gc].bins.length; i++) {
          tally.count(
              "negatives.too-few",
              "For some labelled windows there is no unlabelled one of the same GC content; first:"
                  + " of "
                  + gc
                  + " % GC.");
        }
      }
    }
    return chosen;
  }

  private BitSet labelled(Stages stages) throws IOException {
    BitSet labelled = new BitSet(bins.count());
    for (int bin = 0; bin < bins.count(); bin++) {
      if (bin % 4096 == 0) stages.walked(0);
      if (binLabels.read(bin, labels)) labelled.set(bin);
    }
    return labelled;
  }

  private boolean anyLabelled(BinWalk.Visit visit, BitSet labelled) {
    int reach = (source.flank() + source.bin() - 1) / source.bin(); // bins the flank touches
    int first = Math.max(bins.first(visit.chromosome()), visit.bin() - reach);
    int end = Math.min(bins.first(visit.chromosome() + 1), visit.bin() + reach + 1);
    int next = labelled.nextSetBit(first);
    return next >= 0 && next < end;
  }

  /** Reads the window; those left out here are not handed on later. */
  private boolean usable(BinWalk.Visit visit) throws IOException {
    genome.read(visit.chromosome(), visit.windowStart(), tokens);
    int n = LabelledWindows.count(tokens, Nucleotide.N);
    // A gap of the assembly is no sequence, even where Ns are let pass.
    boolean sequence = n < tokens.length && n <= source.maxN().orElse(Integer.MAX_VALUE);
    return sequence && receiver.wants(visit, tokens);
  }

  /** G and C among the known nucleotides, in percent. */
  static int percentGc(byte[] tokens) {
    int gc = 0;
    int known = 0;
    for (byte token : tokens) {
      if (token == Nucleotide.N) continue;
      known++;
      if (token == Nucleotide.G || token == Nucleotide.C) gc++;
    }
    return known == 0 ? 0 : (int) Math.round(100.0 * gc / known);
  }

  /** An even draw of a known number of bins from a stream of unknown length. */
  private static final class Draw {
    final int[] bins;
    private final SplittableRandom random;
    private int seen;

    Draw(int number, SplittableRandom random) {
      this.bins = new int[number];
      this.random = random;
    }

    int size() {
      return Math.min(seen, bins.length);
    }

    void offer(int bin) {
      if (bins.length == 0) return;
      int place = seen < bins.length ? seen : random.nextInt(seen + 1);
      if (place < bins.length) bins[place] = bin;
      seen++;
    }
  }
}
