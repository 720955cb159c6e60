package org.motifworks.contracts.interpretation;

import java.util.List;
import java.util.OptionalDouble;

/**
 * One test sequence, explained. Its contributions lie in {@code saliency.json} and as a picture in
 * the artifact.
 *
 * @param record row in the test split, 0-based
 * @param id the sequence's id
 * @param className the class explained: the only one the sequence is labelled with
 * @param logit the model's output for that class before the sigmoid
 * @param probability and after it
 * @param sequence letters A C G T N
 * @param auRoc of |saliency| against the embedded positions, where the truth is known
 * @param placements where motifs were embedded; empty when the truth is not known
 * @param logo path of the picture in the artifact
 */
public record SaliencyExample(
    int record,
    String id,
    String className,
    double logit,
    double probability,
    String sequence,
    OptionalDouble auRoc,
    List<EmbeddedMotif> placements,
    String logo) {
  public SaliencyExample {
    auRoc = auRoc == null ? OptionalDouble.empty() : auRoc;
    placements = List.copyOf(placements);
  }

  /** A motif in the sequence: {@code [start, end)}, 0-based, on {@code strand} + or -. */
  public record EmbeddedMotif(String factor, String motif, String strand, int start, int end) {}
}
