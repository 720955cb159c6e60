package org.motifworks.standalone.explanation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sequence and where it lies.
 *
 * @param letters A C G T N
 * @param chromosome told by an id such as {@code chr8:1000-1200} ({@code bedtools getfasta} writes
 *     them), else the id itself
 * @param start on it, 0-based
 */
public record NamedSequence(String id, String letters, String chromosome, long start) {
  private static final Pattern PLACE = Pattern.compile("(\\S+):(\\d{1,10})-(\\d{1,10})");
  private static final long LONGEST = 2_000_000_000; // no chromosome is longer

  static NamedSequence of(String id, String letters) {
    Matcher place = PLACE.matcher(id);
    if (place.matches()) {
      long start = Long.parseLong(place.group(2));
      boolean fits = Long.parseLong(place.group(3)) - start == letters.length();
      if (fits && start <= LONGEST) {
        return new NamedSequence(id, letters, name(place.group(1)), start);
      }
    }
    return new NamedSequence(id, letters, name(id), 0);
  }

  /** A name without what a column of bedGraph cannot have. */
  private static String name(String id) {
    String plain = id.replaceAll("[^\\x21-\\x7e]", "_");
    return plain.isEmpty() ? "sequence" : plain.substring(0, Math.min(200, plain.length()));
  }
}
