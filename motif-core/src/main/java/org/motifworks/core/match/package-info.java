/**
 * Motif comparison that agrees with Tomtom (Gupta et al. 2007; MEME Suite 5.4.1) to its printed
 * digits, and what its users need to know besides.
 *
 * <p>A {@link org.motifworks.core.match.MotifDatabase} is prepared once, a {@link
 * org.motifworks.core.match.MotifMatcher} compares queries with it. {@link
 * org.motifworks.core.match.Coverage} tells whole motifs from parts, {@link
 * org.motifworks.core.match.MotifGroups} finds duplicates, {@link
 * org.motifworks.core.match.MatchCounts} counts. Depends on {@code core.motif}, and on {@code
 * core.logo} for the heights of letters.
 */
package org.motifworks.core.match;
