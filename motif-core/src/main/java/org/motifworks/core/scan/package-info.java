/**
 * A first layer computed on the CPU as table look-ups, without one-hot encoding: maxima, positions
 * over a threshold, feature maps, pooled or not.
 *
 * <p>Start at {@link org.motifworks.core.scan.FilterTables}; depends on {@code core.architecture}
 * alone.
 */
package org.motifworks.core.scan;
