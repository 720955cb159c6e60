/**
 * DNA sequences as token arrays (A C G T N = 0..4): reading and writing FASTA, reverse complement,
 * shuffles.
 *
 * <p>Depends on the JDK alone. Start at {@link org.motifworks.core.sequence.DnaAlphabet} and {@link
 * org.motifworks.core.sequence.FastaReader}.
 */
package org.motifworks.core.sequence;
