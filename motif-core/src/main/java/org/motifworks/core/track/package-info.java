/**
 * Values along a genome as files that genome browsers read: {@link
 * org.motifworks.core.track.BigWigWriter} makes bigWig. Coordinates are 0-based and half-open.
 *
 * <p>Depends on {@code core.genome}. The format is that of Kent et al. 2010, supplementary table 5
 * and on.
 */
package org.motifworks.core.track;
