package org.motifworks.core.genome;

/**
 * A sequence of a genome.
 *
 * @param name as its file calls it
 * @param length nt
 */
public record Chromosome(String name, int length) {

  /** What all spellings of a name have in common: {@code chr8} and {@code 8}, {@code M} and MT. */
  public static String plainName(String name) {
    boolean prefixed = name.regionMatches(true, 0, "chr", 0, 3) && name.length() > 3;
    String plain = prefixed ? name.substring(3) : name;
    return plain.equals("MT") ? "M" : plain;
  }

  /** The name without a leading {@code chr}. */
  public String plainName() {
    return plainName(name);
  }
}
