package org.motifworks.data.peaks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.motifworks.core.dataset.Split;
import org.motifworks.core.genome.Chromosome;
import org.motifworks.core.genome.Genome;
import org.motifworks.data.source.PeaksSource;
import org.motifworks.data.source.SourceProblem;
import org.motifworks.data.source.SplitRule;

/**
 * Which split a bin goes to: by chromosome, or by a region of one. Bins outside of a held-out
 * region whose windows would overlap those within go nowhere, or the model could have seen its
 * test.
 */
final class BinSplits {

  private static final Pattern REGION = Pattern.compile("([^:]+):([\\d,]{1,15})-([\\d,]{1,15})");
  private static final int MOST_NAMED = 40;

  private final int bin;
  private final int window;
  private final List<HeldOut> heldOut;

  private record HeldOut(Split split, int chromosome, long start, long end) {}

  private BinSplits(PeaksSource source, List<HeldOut> heldOut) {
    this.bin = source.bin();
    this.window = source.window();
    this.heldOut = heldOut;
  }

  /**
   * As the source says.
   *
   * @throws SourceProblem {@code split.unknown-chromosome}, {@code split.region}
   */
  static BinSplits of(PeaksSource source, Genome genome) {
    List<HeldOut> heldOut = new ArrayList<>();
    SplitRule.ByChromosome rule = source.split();
    for (String place : rule.test()) heldOut.add(heldOut(Split.TEST, place, genome));
    for (String place : rule.validation()) heldOut.add(heldOut(Split.VALIDATION, place, genome));
    return new BinSplits(source, heldOut);
  }

  /** Every bin is for training. */
  static BinSplits trainingAlone(PeaksSource source) {
    return new BinSplits(source, List.of());
  }

  /** The split of the bin that begins at {@code start}; empty when it must be left out. */
  Optional<Split> of(int chromosome, int start) {
    Split split = Split.TRAIN;
    for (HeldOut place : heldOut) {
      boolean within =
          place.chromosome == chromosome && start >= place.start && start + bin <= place.end;
      if (within) {
        split = place.split;
        break;
      }
    }
    for (HeldOut place : heldOut) {
      boolean near =
          place.chromosome == chromosome
              && start > place.start - window
              && start < place.end - bin + window;
      if (near && place.split != split) return Optional.empty();
    }
    return Optional.of(split);
  }

  private static HeldOut heldOut(Split split, String place, Genome genome) {
    Matcher region = REGION.matcher(place);
    if (!region.matches())
      return new HeldOut(split, chromosome(place, genome), 0, Long.MAX_VALUE / 2);
    long start = Long.parseLong(region.group(2).replace(",", ""));
    long end = Long.parseLong(region.group(3).replace(",", ""));
    int chromosome = chromosome(region.group(1), genome);
    if (start >= end || end > genome.chromosomes().get(chromosome).length()) {
      throw new SourceProblem(
          "split.region",
          place + " is no region of " + genome.chromosomes().get(chromosome) + ".",
          "Give start and end in nt, such as chr7:30508750-35296850 (0-based, half-open).");
    }
    return new HeldOut(split, chromosome, start, end);
  }

  private static int chromosome(String name, Genome genome) {
    OptionalInt index = genome.indexOf(name);
    if (index.isPresent()) return index.getAsInt();
    String there =
        genome.chromosomes().stream()
            .limit(MOST_NAMED)
            .map(Chromosome::name)
            .collect(Collectors.joining(", "));
    throw new SourceProblem(
        "split.unknown-chromosome",
        "The genome has no chromosome " + name + "; it has " + there + ".",
        "Hold out chromosomes of this genome.");
  }
}
