package org.motifworks.core.variant;

/** Why one variant has no sequences to be scored; those beside it may have. */
public final class VariantProblem extends Exception {

  private static final long serialVersionUID = 1;

  private final String code;

  VariantProblem(String code, String detail) {
    super(detail);
    this.code = code;
  }

  /** The genome of these variants is another one: it lacks the chromosome. */
  public static VariantProblem noChromosome(String chromosome) {
    return new VariantProblem("variant.no-chromosome", "the genome has no " + chromosome);
  }

  /** A stable name such as {@code variant.reference-mismatch}. */
  public String code() {
    return code;
  }
}
