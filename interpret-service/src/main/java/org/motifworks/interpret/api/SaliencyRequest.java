package org.motifworks.interpret.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.motifworks.interpret.saliency.ExplanationRule;
import org.motifworks.kit.problem.Problem;

/**
 * A sequence to explain.
 *
 * @param sequence letters A C G T U N and IUPAC codes
 * @param className the class to explain it for, {@code class} in JSON
 * @param rule {@code guided} (when null), {@code plain} or {@code gradient-x-input}
 */
public record SaliencyRequest(
    String sequence, @JsonProperty("class") String className, String rule) {

  /**
   * The rule.
   *
   * @throws Problem {@code request.invalid-choice} (400)
   */
  ExplanationRule chosenRule() {
    if (rule == null) return ExplanationRule.GUIDED;
    return ExplanationRule.of(rule)
        .orElseThrow(() -> InterpretedModels.choice("rule", rule, ExplanationRule.labels()));
  }
}
