package org.motifworks.contracts.interpretation;

import java.util.List;
import java.util.Optional;

/**
 * Saliency of one sequence for one class, an entry of {@code saliency.json} or {@code
 * saliency-plain.json} and the answer of {@code POST /v1/models/{ref}/saliency}.
 *
 * @param sequence letters A C G T N
 * @param rule how the logit was traced back; absent in maps of before there were two, guided all
 * @param gradient gradient of the class's logit, shape {@code [length][4]} (A C G T)
 * @param contributions heights of the logo in bits, same shape: exp(3 S / max|S|), normalised,
 *     times its information
 * @param model its id; like what follows, only in the answer over HTTP
 * @param reference what the model was asked for by, such as {@code tf12@champion}, or its id
 * @param svg the logo
 */
public record SaliencyMap(
    String id,
    String className,
    String sequence,
    double logit,
    double probability,
    Optional<SaliencyRule> rule,
    List<List<Double>> gradient,
    List<List<Double>> contributions,
    Optional<String> model,
    Optional<String> reference,
    Optional<String> svg) {
  public SaliencyMap {
    rule = rule == null ? Optional.empty() : rule;
    gradient = gradient.stream().map(List::copyOf).toList();
    contributions = contributions.stream().map(List::copyOf).toList();
    model = model == null ? Optional.empty() : model;
    reference = reference == null ? Optional.empty() : reference;
    svg = svg == null ? Optional.empty() : svg;
  }

  /** The same as an answer: with who it is by, and its picture. */
  public SaliencyMap answered(String model, String reference, String picture) {
    return new SaliencyMap(
        id,
        className,
        sequence,
        logit,
        probability,
        rule,
        gradient,
        contributions,
        Optional.of(model),
        Optional.of(reference),
        Optional.of(picture));
  }
}
