package org.motifworks.interpret.explanation;

/**
 * What is explained.
 *
 * @param model its id
 * @param reference what it was asked for by, such as {@code tf12@champion}, or its id
 * @param className the class that counts
 * @param classIndex of it in the model
 * @param chromosome where the sequence lies, {@code sequence} when that was not said
 * @param start where it begins there, 0-based
 */
public record Subject(
    String model,
    String reference,
    String className,
    int classIndex,
    String chromosome,
    long start) {

  /** Number of a part's first position, counted from 1. */
  int position(Part part) {
    return Math.toIntExact(start + part.start() + 1);
  }

  /** {@code MAX by guided gradient, chr8:1001-1200, probability 0.981}; positions from 1. */
  String heading(Part part, String how, String probability) {
    long first = start + part.start() + 1;
    return "%s by %s, %s:%d-%d, probability %s"
        .formatted(className, how, chromosome, first, first + part.length() - 1, probability);
  }
}
