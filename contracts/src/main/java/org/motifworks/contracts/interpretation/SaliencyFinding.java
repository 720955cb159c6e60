package org.motifworks.contracts.interpretation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Saliency of single-label test sequences: guided where no rule is named, and plain beside it.
 *
 * @param auRoc mean over sequences of the area under the ROC curve of |saliency| against the
 *     embedded positions; absent without a truth
 * @param auRocSd its standard deviation over sequences
 * @param sequences how many it was measured on
 * @param perClass the same by the sequences' class
 * @param plain the same figures by the plain gradient; absent where the model was exported without
 *     it
 * @param examples sequences to look at, of every class that has one
 */
public record SaliencyFinding(
    OptionalDouble auRoc,
    OptionalDouble auRocSd,
    int sequences,
    List<ClassSaliency> perClass,
    Optional<PlainSaliency> plain,
    List<SaliencyExample> examples) {
  public SaliencyFinding {
    auRoc = auRoc == null ? OptionalDouble.empty() : auRoc;
    auRocSd = auRocSd == null ? OptionalDouble.empty() : auRocSd;
    perClass = List.copyOf(perClass);
    plain = plain == null ? Optional.empty() : plain;
    examples = List.copyOf(examples);
  }

  /** How well the plain gradient finds the embedded positions of the same sequences. */
  public record PlainSaliency(
      OptionalDouble auRoc, OptionalDouble auRocSd, List<ClassSaliency> perClass) {
    public PlainSaliency {
      auRoc = auRoc == null ? OptionalDouble.empty() : auRoc;
      auRocSd = auRocSd == null ? OptionalDouble.empty() : auRocSd;
      perClass = List.copyOf(perClass);
    }
  }

  /** Mean AU-ROC of the sequences of one class. */
  public record ClassSaliency(String name, double auRoc, int sequences) {}
}
