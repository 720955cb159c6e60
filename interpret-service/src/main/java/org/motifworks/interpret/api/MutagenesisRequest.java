package org.motifworks.interpret.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A sequence to change letter by letter.
 *
 * @param sequence letters A C G T U N and IUPAC codes
 * @param className the class that counts, {@code class} in JSON
 */
public record MutagenesisRequest(String sequence, @JsonProperty("class") String className) {}
