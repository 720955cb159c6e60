package org.motifworks.interpret.shadow;

import java.util.List;
import java.util.Optional;

/**
 * How a shadow compares with what is served, as one replica has seen it since it first scored with
 * both.
 *
 * @param served id of the model whose scores are given out
 * @param shadow id of the model that is tried; absent when there is none
 * @param sequences windows that both have scored
 * @param passedOver windows the shadow left out, because it was busy with earlier ones or failed
 * @param failure why it last failed
 * @param classes in the models' order
 */
public record ShadowReport(
    String served,
    Optional<String> shadow,
    long sequences,
    long passedOver,
    Optional<String> failure,
    List<ClassDifference> classes) {

  /** Of a model beside which nothing was scored. */
  static ShadowReport nothing(String served, Optional<String> shadow) {
    return new ShadowReport(served, shadow, 0, 0, Optional.empty(), List.of());
  }
}
