package org.motifworks.interpret.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.motifworks.contracts.interpretation.SaliencyRule;

/**
 * A sequence to explain.
 *
 * @param sequence letters A C G T U N and IUPAC codes, as long as the model's window
 * @param className the class to explain it for, {@code class} in JSON
 * @param rule guided when null
 */
public record SaliencyRequest(
    String sequence, @JsonProperty("class") String className, SaliencyRule rule) {
  public SaliencyRequest {
    rule = rule == null ? SaliencyRule.GUIDED : rule;
  }
}
