package org.motifworks.data.peaks;

import java.io.IOException;
import java.util.BitSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.motifworks.core.dataset.Split;
import org.motifworks.core.genome.Chromosome;
import org.motifworks.core.genome.Genome;
import org.motifworks.core.genome.GenomeBins;
import org.motifworks.data.source.PeaksSource;

/**
 * Visits the bins that may become sequences, in order: not those of excluded chromosomes, on the
 * blacklist, too near to a held-out region, or with a window that leaves its chromosome.
 */
final class BinWalk {

  private final PeaksSource source;
  private final Genome genome;
  private final GenomeBins bins;
  private final BinSplits splits;
  private final BitSet blacklist;
  private final Set<String> excluded;

  BinWalk(PeaksSource source, Genome genome, GenomeBins bins, BinSplits splits, BitSet blacklist) {
    this.source = source;
    this.genome = genome;
    this.bins = bins;
    this.splits = splits;
    this.blacklist = blacklist;
    this.excluded =
        source.exclude().stream().map(Chromosome::plainName).collect(Collectors.toSet());
  }

  /**
   * A bin that is visited.
   *
   * @param chromosome its number
   * @param name the chromosome's name, as the genome writes it
   * @param windowStart where its sequence begins, 0-based
   */
  record Visit(int bin, int chromosome, String name, int windowStart, Split split) {

    /** The place of its sequence, {@code chr8:800-1800}, 0-based and half-open. */
    String id(int window) {
      return name + ":" + windowStart + "-" + (windowStart + window);
    }
  }

  /** Takes one bin after the other. */
  @FunctionalInterface
  interface Visitor {
    void visit(Visit visit) throws IOException;

    /** A bin is left out, though its chromosome is not. */
    default void leaveOut(int bin, Reason reason) throws IOException {}
  }

  /** Why a bin is left out. */
  enum Reason {
    BLACKLISTED("on the blacklist"),
    WINDOW_OFF_CHROMOSOME("at the end of a chromosome, which their windows leave"),
    NEAR_HELD_OUT("so near to a held-out region that their windows overlap it");

    final String words;

    Reason(String words) {
      this.words = words;
    }
  }

  /** Goes over the genome once. */
  void run(Visitor visitor, Stages stages, double from, double to) throws IOException {
    for (int chromosome = 0; chromosome < genome.chromosomes().size(); chromosome++) {
      Chromosome here = genome.chromosomes().get(chromosome);
      if (excluded.contains(here.plainName())) continue;
      for (int bin = bins.first(chromosome); bin < bins.first(chromosome + 1); bin++) {
        if (bin % 256 == 0) stages.walked(from + (to - from) * bin / bins.count());
        int start = bins.start(chromosome, bin);
        int windowStart = start - source.flank();
        Optional<Split> split = splits.of(chromosome, start);
        if (windowStart < 0 || windowStart > here.length() - source.window()) {
          visitor.leaveOut(bin, Reason.WINDOW_OFF_CHROMOSOME);
        } else if (blacklist.get(bin)) {
          visitor.leaveOut(bin, Reason.BLACKLISTED);
        } else if (split.isEmpty()) {
          visitor.leaveOut(bin, Reason.NEAR_HELD_OUT);
        } else {
          visitor.visit(new Visit(bin, chromosome, here.name(), windowStart, split.get()));
        }
      }
    }
    stages.walked(to);
  }
}
