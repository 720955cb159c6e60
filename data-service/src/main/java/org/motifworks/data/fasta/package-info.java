/**
 * The import of labelled FASTA: read twice, held never. The first pass finds duplicates, lengths
 * and splits, the second writes. Start at {@link org.motifworks.data.fasta.FastaImporter}.
 */
package org.motifworks.data.fasta;
