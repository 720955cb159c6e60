package org.motifworks.standalone.variant;

import java.util.Locale;

/**
 * Both alleles of a variant in their surroundings. The reference allele lies in the middle of its
 * sequence; the other sequence has the same letters before the variant and as many of those behind
 * it as fill the window. Beyond a chromosome's ends are Ns.
 *
 * @param reference letters of the genome
 * @param alternative the same with the other allele
 */
public record VariantWindow(String reference, String alternative) {

  /**
   * Cuts both.
   *
   * @param position of the reference allele's first letter, 1-based as in VCF
   * @param window length of both sequences in nt
   * @throws VariantProblem when the chromosome is not in the genome, the reference allele not at
   *     its place, or an allele longer than the window
   */
  public static VariantWindow cut(
      ReferenceGenome genome,
      String chromosome,
      long position,
      String reference,
      String alternative,
      int window) {
    int longest = Math.max(reference.length(), alternative.length());
    if (longest > window) {
      throw new VariantProblem(
          "an allele of " + longest + " nt is longer than the model's window of " + window + " nt",
          "");
    }
    String expected = reference.toUpperCase(Locale.ROOT);
    int before = (window - reference.length()) / 2;
    long start = position - 1 - before;
    int reach = window + Math.max(0, reference.length() - alternative.length());
    String letters = genome.read(chromosome, start, reach);
    String found = letters.substring(before, before + reference.length());
    if (!found.equals(expected)) {
      throw new VariantProblem(
          "the reference allele is " + expected + ", the genome has " + found,
          "Give the genome that the variants were called on.");
    }
    String changed =
        letters.substring(0, before)
            + alternative.toUpperCase(Locale.ROOT)
            + letters.substring(before + reference.length());
    return new VariantWindow(letters.substring(0, window), changed.substring(0, window));
  }
}
