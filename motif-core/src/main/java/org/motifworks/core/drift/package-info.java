/**
 * How far what a model is given has moved from what it was trained on: k-mers of sequences,
 * histograms of scores, and the divergence between two of either. Start with {@link DriftCounts}.
 */
package org.motifworks.core.drift;
