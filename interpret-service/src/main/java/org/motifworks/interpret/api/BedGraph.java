package org.motifworks.interpret.api;

import java.util.Locale;

/**
 * Where a sequence lies, to write a value for each of its positions as bedGraph: 0-based,
 * half-open.
 *
 * @param start 0-based
 */
record BedGraph(String chromosome, long start) {

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
