/**
 * Motif matching. Start at {@link org.motifworks.benchmarks.matching.MatchingReport}, which prints
 * the table.
 */
package org.motifworks.benchmarks.matching;
