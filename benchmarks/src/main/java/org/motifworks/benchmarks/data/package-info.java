/**
 * What bases cost before a model sees them: letters to tokens, FASTA, simulation, datasets; each
 * beside a copy of the same bases in memory.
 *
 * <p>Rates of bases are printed in operations a nanosecond, which are GB/s: an operation is one
 * base, a base one byte. With {@code -prof gc}, {@code gc.alloc.rate.norm} is bytes allocated a
 * base.
 */
package org.motifworks.benchmarks.data;
