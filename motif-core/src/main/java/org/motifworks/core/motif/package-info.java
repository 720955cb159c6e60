/**
 * What a motif is: probabilities, counts, strands, and the paper's rules about which of them count.
 *
 * <p>Depends on nothing but the JDK. Start at {@link org.motifworks.core.motif.Motif}.
 */
package org.motifworks.core.motif;
