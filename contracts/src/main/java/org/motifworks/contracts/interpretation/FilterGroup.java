package org.motifworks.contracts.interpretation;

/**
 * A filter among those of its layer that learned the same motif, told as a match to the group's
 * representative, its most informative filter.
 *
 * @param representative index of that filter; the filter's own when it is the representative
 * @param strand {@code +} for a duplicate, {@code -} for a reverse complement
 * @param offset the filter's first column lies over this column of the representative as read from
 *     {@code strand} (0-based; may be negative)
 * @param similarity shared area of the two logos by the larger one's, in [0, 1]
 */
public record FilterGroup(int representative, String strand, int offset, double similarity) {}
