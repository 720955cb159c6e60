package org.motifworks.core.variant;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Both alleles of a variant in their surroundings. The reference allele lies in the middle of its
 * sequence; the other sequence has the same letters before the variant and as many of those behind
 * it as fill the window. Beyond a chromosome's ends are Ns.
 *
 * @param reference letters of the genome
 * @param alternative the same with the other allele
 */
public record VariantWindow(String reference, String alternative) {

  private static final Pattern LETTERS = Pattern.compile("[ACGTN]+");
  private static final int SHOWN = 60;

  /**
   * Cuts both.
   *
   * @param window length of both sequences in nt
   * @throws VariantProblem {@code variant.no-sequence} for an allele that is symbolic, a breakend
   *     or the {@code *} of an overlapping deletion; {@code variant.too-long} for one longer than
   *     the window; {@code variant.reference-mismatch} where the reference allele is not at its
   *     place; {@code variant.no-chromosome}
   */
  public static VariantWindow cut(Reference genome, Variant variant, int window)
      throws IOException, VariantProblem {
    String expected = letters(variant.reference());
    String other = letters(variant.alternative());
    int longest = Math.max(expected.length(), other.length());
    if (longest > window) {
      throw new VariantProblem(
          "variant.too-long",
          "an allele of " + longest + " nt is longer than the model's window of " + window + " nt");
    }
    int before = (window - expected.length()) / 2;
    long start = variant.position() - 1 - before;
    int reach = window + Math.max(0, expected.length() - other.length());
    String letters = genome.read(variant.chromosome(), start, reach);
    String found = letters.substring(before, before + expected.length());
    if (!found.equals(expected)) {
      throw new VariantProblem(
          "variant.reference-mismatch",
          "the reference allele is " + shown(expected) + ", the genome has " + shown(found));
    }
    String changed =
        letters.substring(0, before) + other + letters.substring(before + expected.length());
    return new VariantWindow(letters.substring(0, window), changed.substring(0, window));
  }

  private static String letters(String allele) throws VariantProblem {
    String letters = allele.toUpperCase(Locale.ROOT);
    if (LETTERS.matcher(letters).matches()) return letters;
    throw new VariantProblem("variant.no-sequence", shown(allele) + " is no sequence");
  }

  private static String shown(String allele) {
    return allele.length() > SHOWN ? allele.substring(0, SHOWN) + "…" : allele;
  }
}
