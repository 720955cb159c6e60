package org.motifworks.interpret.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A sequence to explain.
 *
 * @param sequence letters A C G T U N and IUPAC codes, as long as the model's window
 * @param className the class to explain it for, {@code class} in JSON
 */
public record SaliencyRequest(String sequence, @JsonProperty("class") String className) {}
