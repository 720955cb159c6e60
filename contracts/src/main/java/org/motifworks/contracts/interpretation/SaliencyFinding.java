package org.motifworks.contracts.interpretation;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Guided saliency of single-label test sequences.
 *
 * @param auRoc mean over sequences of the area under the ROC curve of |saliency| against the
 *     embedded positions; absent without a truth
 * @param auRocSd its standard deviation over sequences
 * @param sequences how many it was measured on
 * @param perClass the same by the sequences' class
 * @param examples sequences to look at
 */
public record SaliencyFinding(
    OptionalDouble auRoc,
    OptionalDouble auRocSd,
    int sequences,
    List<ClassSaliency> perClass,
    List<SaliencyExample> examples) {
  public SaliencyFinding {
    auRoc = auRoc == null ? OptionalDouble.empty() : auRoc;
    auRocSd = auRocSd == null ? OptionalDouble.empty() : auRocSd;
    perClass = List.copyOf(perClass);
    examples = List.copyOf(examples);
  }

  /** Mean AU-ROC of the sequences of one class. */
  public record ClassSaliency(String name, double auRoc, int sequences) {}
}
