package org.motifworks.contracts.interpretation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One test sequence, explained. Its contributions lie in {@code saliency.json} and {@code
 * saliency-plain.json}, and as pictures in the artifact.
 *
 * @param record row in the test split, 0-based
 * @param id the sequence's id
 * @param className the class explained: the only one the sequence is labelled with
 * @param logit the model's output for that class before the sigmoid
 * @param probability and after it
 * @param sequence letters A C G T N
 * @param auRoc of |guided saliency| against the embedded positions, where the truth is known
 * @param plainAuRoc likewise of |plain gradient|, where the model has it
 * @param placements where motifs were embedded; empty when the truth is not known
 * @param logo path of the guided picture in the artifact
 * @param plainLogo of the plain one
 */
public record SaliencyExample(
    int record,
    String id,
    String className,
    double logit,
    double probability,
    String sequence,
    OptionalDouble auRoc,
    OptionalDouble plainAuRoc,
    List<EmbeddedMotif> placements,
    String logo,
    Optional<String> plainLogo) {
  public SaliencyExample {
    auRoc = auRoc == null ? OptionalDouble.empty() : auRoc;
    plainAuRoc = plainAuRoc == null ? OptionalDouble.empty() : plainAuRoc;
    plainLogo = plainLogo == null ? Optional.empty() : plainLogo;
    placements = List.copyOf(placements);
  }

  /** A motif in the sequence: {@code [start, end)}, 0-based, on {@code strand} + or -. */
  public record EmbeddedMotif(String factor, String motif, String strand, int start, int end) {}
}
