package org.motifworks.interpret.model;

import java.time.Duration;

/**
 * Bounds on loading.
 *
 * @param deadline how long a model may take, its sample included
 * @param atOnce models loading at the same time, those past their deadline included
 */
public record LoadLimits(Duration deadline, int atOnce) {}
