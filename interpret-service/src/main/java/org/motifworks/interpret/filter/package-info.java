/**
 * Filters as motifs, of the first layer and of deeper ones that nothing was pooled before: scanned
 * over the test split, by both rules and both clips, matched against JASPAR, told relevant or not.
 * Start at {@link org.motifworks.interpret.filter.FilterAnalysis}.
 */
package org.motifworks.interpret.filter;
