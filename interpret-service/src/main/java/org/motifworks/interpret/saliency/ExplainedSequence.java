package org.motifworks.interpret.saliency;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.motifworks.contracts.interpretation.SaliencyRule;
import org.motifworks.core.dataset.Placement;

/**
 * A test sequence with what the model says of its class and why.
 *
 * @param row in the test split
 * @param label index of its only class
 * @param logit of that class
 * @param probability of that class
 * @param tokens the sequence
 * @param placements what was embedded; empty when not known
 * @param views the reasons, by every rule the model has
 */
@SuppressWarnings("ArrayRecordComponent") // short-lived, never compared
record ExplainedSequence(
    int row,
    int label,
    double logit,
    double probability,
    byte[] tokens,
    List<Placement> placements,
    Map<SaliencyRule, View> views) {

  /**
   * By one rule.
   *
   * @param gradient of the logit, shape {@code [length][4]}
   * @param auRoc of |gradient| against the placements; empty when they are not known
   */
  record View(double[][] gradient, OptionalDouble auRoc) {}

  /** How well a rule's saliency finds what was embedded. */
  OptionalDouble auRoc(SaliencyRule rule) {
    return views.containsKey(rule) ? views.get(rule).auRoc() : OptionalDouble.empty();
  }

  /** What is written down of the gradient by a rule. */
  ClassGradient.Explained explained(SaliencyRule rule) {
    return new ClassGradient.Explained(logit, probability, rule, views.get(rule).gradient());
  }
}
