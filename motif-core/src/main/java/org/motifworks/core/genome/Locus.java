package org.motifworks.core.genome;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a sequence lies, as bedtools and the UCSC tools write it into its id: {@code
 * chr8:1200-1400}, {@code peak17::chr8:1200-1400(+)}.
 *
 * @param chromosome without a leading {@code chr}
 * @param start 0-based, included
 * @param end excluded
 */
public record Locus(String chromosome, long start, long end) {

  private static final Pattern LOCUS =
      Pattern.compile("(?:^|.*::)([^:\\s]+):(\\d{1,18})-(\\d{1,18})(?:\\([+-]\\))?");

  /** Empty when the id names no locus. */
  public static Optional<Locus> inId(String id) {
    Matcher locus = LOCUS.matcher(id);
    if (!locus.matches()) return Optional.empty();
    return Optional.of(
        new Locus(
            Chromosome.plainName(locus.group(1)),
            Long.parseLong(locus.group(2)),
            Long.parseLong(locus.group(3))));
  }
}
