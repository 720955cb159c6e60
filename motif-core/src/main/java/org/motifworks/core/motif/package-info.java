/**
 * What a motif is: probabilities, counts, strands, the bundled JASPAR matrices, and the paper's
 * rules about which of them count.
 *
 * <p>Depends on nothing but the JDK and {@code core.motif.io}. Start at {@link
 * org.motifworks.core.motif.Motif}.
 */
package org.motifworks.core.motif;
