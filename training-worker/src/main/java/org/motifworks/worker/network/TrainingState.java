package org.motifworks.worker.network;

/**
 * Everything that lets training go on after an epoch as if it had never stopped, beside the seed:
 * order and dropout follow from (seed, epoch).
 *
 * @param weights current tensors, running statistics included
 * @param steps the optimiser took
 * @param firstMoment Adam's, in the engine's flat layout
 * @param secondMoment Adam's, in the engine's flat layout
 */
@SuppressWarnings("ArrayRecordComponent") // carried from engine to checkpoint, never compared
public record TrainingState(
    NetworkWeights weights, long steps, float[] firstMoment, float[] secondMoment) {}
