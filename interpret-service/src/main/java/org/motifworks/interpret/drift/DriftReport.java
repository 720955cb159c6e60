package org.motifworks.interpret.drift;

import java.util.OptionalDouble;

/**
 * How far what a model scores is from what it was trained on, as one replica has seen it of late.
 *
 * @param model its id
 * @param sequences rows looked at, every fourth of those scored
 * @param minimum rows before which nothing is said
 * @param kmers divergence in bits; see {@link org.motifworks.contracts.event.ModelDrifted}
 * @param scores likewise; absent where the model says too little of its training
 */
public record DriftReport(
    String model, long sequences, int minimum, OptionalDouble kmers, OptionalDouble scores) {}
