package org.motifworks.data.fasta;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.motifworks.core.genome.Chromosome;

/**
 * Finds the chromosome in a sequence's id, as bedtools and the UCSC tools write it: {@code
 * chr8:1200-1400}, {@code peak17::chr8:1200-1400(+)}.
 */
final class ChromosomeName {

  private static final Pattern LOCUS =
      Pattern.compile("(?:^|.*::)([^:\\s]+):\\d+-\\d+(?:\\([+-]\\))?");

  private ChromosomeName() {}

  /** The chromosome without a leading {@code chr}; empty when the id names no locus. */
  static Optional<String> inId(String id) {
    Matcher locus = LOCUS.matcher(id);
    return locus.matches() ? Optional.of(Chromosome.plainName(locus.group(1))) : Optional.empty();
  }
}
