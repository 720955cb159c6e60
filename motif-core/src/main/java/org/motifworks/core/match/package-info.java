/**
 * Motif comparison that agrees with Tomtom (Gupta et al. 2007; MEME Suite 5.4.1) to its printed
 * digits.
 *
 * <p>A {@link org.motifworks.core.match.MotifDatabase} is prepared once, a {@link
 * org.motifworks.core.match.MotifMatcher} compares queries with it. Depends on {@code core.motif}
 * alone.
 */
package org.motifworks.core.match;
