package org.motifworks.interpret.saliency;

import java.util.List;
import java.util.OptionalDouble;
import org.motifworks.core.dataset.Placement;

/**
 * A test sequence with what the model says of its class and why.
 *
 * @param row in the test split
 * @param label index of its only class
 * @param logit of that class
 * @param probability of that class
 * @param tokens the sequence
 * @param gradient guided gradient of the logit, shape {@code [length][4]}
 * @param placements what was embedded; empty when not known
 * @param auRoc of |saliency| against the placements
 */
@SuppressWarnings("ArrayRecordComponent") // short-lived, never compared
record ExplainedSequence(
    int row,
    int label,
    double logit,
    double probability,
    byte[] tokens,
    double[][] gradient,
    List<Placement> placements,
    OptionalDouble auRoc) {}
