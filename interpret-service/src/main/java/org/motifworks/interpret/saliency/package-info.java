/**
 * Where a model looks: guided and plain gradients of single-label test sequences, how well they
 * point at the embedded motifs, and the numbers of their logos. Start at {@link
 * org.motifworks.interpret.saliency.SaliencyAnalysis}.
 */
package org.motifworks.interpret.saliency;
