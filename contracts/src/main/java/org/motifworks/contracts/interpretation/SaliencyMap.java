package org.motifworks.contracts.interpretation;

import java.util.List;
import java.util.Optional;

/**
 * Saliency of one sequence for one class, an entry of {@code saliency.json} or {@code
 * saliency-plain.json}.
 *
 * @param sequence letters A C G T N
 * @param rule how the logit was traced back; absent in maps of before there were two, guided all
 * @param gradient gradient of the class's logit, shape {@code [length][4]} (A C G T)
 * @param contributions heights of the logo in bits, same shape: exp(3 S / max|S|), normalised,
 *     times its information
 */
public record SaliencyMap(
    String id,
    String className,
    String sequence,
    double logit,
    double probability,
    Optional<SaliencyRule> rule,
    List<List<Double>> gradient,
    List<List<Double>> contributions) {
  public SaliencyMap {
    rule = rule == null ? Optional.empty() : rule;
    gradient = gradient.stream().map(List::copyOf).toList();
    contributions = contributions.stream().map(List::copyOf).toList();
  }
}
