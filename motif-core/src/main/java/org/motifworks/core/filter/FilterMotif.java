package org.motifworks.core.filter;

import java.util.Optional;
import org.motifworks.core.motif.Motif;

/**
 * What one filter learned.
 *
 * @param filter its index, 0-based
 * @param dead whether it never fired on any sequence: it has no matrix and no match
 * @param sites number of windows the matrix was made of
 * @param motif id {@code filter{k}}, as wide as the filter; empty when dead or without any window
 */
public record FilterMotif(int filter, boolean dead, int sites, Optional<Motif> motif) {}
