package org.motifworks.interpret.shadow;

import java.util.OptionalDouble;

/**
 * What two models say of one class, over the sequences that both have scored.
 *
 * @param name the class
 * @param meanDifference mean of the absolute differences of their probabilities
 * @param largestDifference the largest of these
 * @param correlation Pearson's, of the probabilities; empty while one of the models always says the
 *     same
 * @param changedCalls share of sequences that one of them puts at .5 or above and the other below
 */
public record ClassDifference(
    String name,
    double meanDifference,
    double largestDifference,
    OptionalDouble correlation,
    double changedCalls) {}
