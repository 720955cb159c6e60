package org.motifworks.trainer.run;

/**
 * What one pass over the training split came to.
 *
 * @param epoch from 1
 * @param trainingLoss mean binary cross-entropy over the epoch's batches, with dropout
 * @param validationLoss mean binary cross-entropy of the validation split
 * @param seconds it took
 */
public record Epoch(int epoch, double trainingLoss, double validationLoss, double seconds) {}
