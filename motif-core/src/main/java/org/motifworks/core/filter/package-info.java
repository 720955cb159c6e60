/**
 * From a network's first-layer activations to the motifs its filters learned, by the paper's rules,
 * streaming over batches.
 *
 * <p>Start at {@link org.motifworks.core.filter.FilterMotifAccumulator}; depends on {@code
 * core.motif} alone.
 */
package org.motifworks.core.filter;
