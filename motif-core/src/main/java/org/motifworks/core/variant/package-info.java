/**
 * Variants of a genome: {@link org.motifworks.core.variant.VcfReader} reads them, and {@link
 * org.motifworks.core.variant.VariantWindow} cuts both alleles in their surroundings from a {@link
 * org.motifworks.core.variant.Reference}. Positions are 1-based, as in VCF.
 *
 * <p>Depends on {@code core.sequence} and {@code core.genome}.
 */
package org.motifworks.core.variant;
