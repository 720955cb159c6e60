/**
 * Single sequences explained, of any length: which of their windows are looked at, and the figures
 * and pictures that come of it. Start at {@link
 * org.motifworks.interpret.explanation.ExplainedSequence}.
 */
package org.motifworks.interpret.explanation;
