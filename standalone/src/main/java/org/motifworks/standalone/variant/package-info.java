/**
 * Variants of a genome as pairs of sequences to be scored: {@link
 * org.motifworks.standalone.variant.VariantStream} reads a VCF file and sends each allele in its
 * surroundings, cut by {@link org.motifworks.standalone.variant.VariantWindow} from a {@link
 * org.motifworks.standalone.variant.ReferenceGenome}.
 */
package org.motifworks.standalone.variant;
