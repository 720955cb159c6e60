package org.motifworks.interpret.model;

import java.util.Set;

/**
 * Loads that have passed their deadline and have not ended.
 *
 * @param artifacts their keys
 * @param full whether they take all places, so that no model can be loaded
 */
public record LateLoads(Set<String> artifacts, boolean full) {}
