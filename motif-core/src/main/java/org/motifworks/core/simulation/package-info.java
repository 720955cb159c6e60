/**
 * The synthetic dataset of Koo and Eddy 2019: motifs of twelve transcription factors embedded in
 * random DNA.
 *
 * <p>Depends on {@code core.dataset}, {@code core.motif} and {@code core.sequence}. Start at {@link
 * org.motifworks.core.simulation.PaperSimulator}.
 */
package org.motifworks.core.simulation;
