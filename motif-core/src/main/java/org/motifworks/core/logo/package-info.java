/**
 * Sequence logos as SVG: motifs by information, signed contributions, two motifs aligned. Four
 * glyphs, drawn once a document, and transforms.
 *
 * <p>Start at {@link org.motifworks.core.logo.SequenceLogo}; depends on {@code core.motif} alone.
 */
package org.motifworks.core.logo;
