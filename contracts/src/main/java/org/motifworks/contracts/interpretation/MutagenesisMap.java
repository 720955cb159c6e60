package org.motifworks.contracts.interpretation;

import java.util.List;

/**
 * What every single substitution does to the logit of a class, the answer of {@code POST
 * /v1/models/{ref}/mutagenesis}.
 *
 * @param id of the model
 * @param model its id once more, as in other answers
 * @param reference what the model was asked for by, such as {@code tf12@champion}, or its id
 * @param sequence letters A C G T N
 * @param logit of the sequence as it is
 * @param effects logit with another letter at a position minus that of the sequence, shape {@code
 *     [length][4]} (A C G T); 0 for the letter that is there
 * @param svg effects as a map: gains red, losses blue, the sequence's own letters below
 */
public record MutagenesisMap(
    String id,
    String model,
    String reference,
    String className,
    String sequence,
    double logit,
    double probability,
    List<List<Double>> effects,
    String svg) {
  public MutagenesisMap {
    effects = effects.stream().map(List::copyOf).toList();
  }
}
