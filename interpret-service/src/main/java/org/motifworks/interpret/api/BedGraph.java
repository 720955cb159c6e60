package org.motifworks.interpret.api;

import java.util.Locale;
import org.motifworks.kit.problem.Problem;

/**
 * Where a sequence lies, to write a value for each of its positions as bedGraph: 0-based,
 * half-open.
 *
 * @param chromosome where nothing is said, {@code sequence}
 * @param start 0-based
 */
record BedGraph(String chromosome, long start) {
  static final String MEDIA_TYPE = "text/plain;charset=UTF-8";

  /**
   * Whether bedGraph is asked for, and of which place.
   *
   * @param format {@code json}, the default, or {@code bedgraph}
   * @return null for JSON
   * @throws Problem {@code request.invalid-choice} (400)
   */
  static BedGraph asked(String format, String chromosome, Long start) {
    if (format == null || format.equals("json")) return null;
    boolean place =
        (chromosome == null || chromosome.matches("[\\x21-\\x7e]{1,200}"))
            && (start == null || start >= 0);
    if (!format.equals("bedgraph") || !place) {
      throw new Problem(
          400,
          "request.invalid-choice",
          "A choice that there is not",
          "format=" + format + ", chromosome=" + chromosome + ", start=" + start,
          "format may be json or bedgraph; chromosome is a name without blanks, start is 0 or more.");
    }
    return new BedGraph(chromosome == null ? "sequence" : chromosome, start == null ? 0 : start);
  }

  /** A track of values, one a position. */
  String write(String name, String description, double[] values) {
    StringBuilder track =
        new StringBuilder(
            "track type=bedGraph name=\"%s\" description=\"%s\"\n"
                .formatted(plain(name), plain(description)));
    for (int i = 0; i < values.length; i++) {
      track.append(
          String.format(
              Locale.ROOT, "%s\t%d\t%d\t%.5g\n", chromosome, start + i, start + i + 1, values[i]));
    }
    return track.toString();
  }

  private static String plain(String text) {
    return text.replaceAll("[\"\\p{Cntrl}]", " ");
  }
}
