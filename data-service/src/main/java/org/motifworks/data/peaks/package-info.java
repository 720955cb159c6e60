/**
 * The import of peaks on a genome, as DeepSEA's data were made: unpack the genome, mark the bins
 * that peaks cover, walk over the bins and write their windows. Start at {@link
 * org.motifworks.data.peaks.PeaksImporter}.
 */
package org.motifworks.data.peaks;
