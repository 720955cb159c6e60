/**
 * Genomes and intervals on them: unpacking FASTA and 2bit, reading BED, cutting a genome into bins
 * and marking those that peaks cover. Coordinates are 0-based and half-open, on the forward strand.
 *
 * <p>Depends on {@code core.sequence}. Start at {@link org.motifworks.core.genome.Genome} and
 * {@link org.motifworks.core.genome.GenomeBins}.
 */
package org.motifworks.core.genome;
