package org.motifworks.core.variant;

import java.io.IOException;

/** The genome that variants are told against. */
@FunctionalInterface
public interface Reference {

  /**
   * Upper-case letters of a chromosome, with N beyond its ends.
   *
   * @param chromosome {@code chr8} and {@code 8} are one name
   * @param start 0-based, may be negative
   * @throws VariantProblem {@code variant.no-chromosome}
   */
  String read(String chromosome, long start, int length) throws IOException, VariantProblem;
}
