/**
 * The JASPAR matrices that come with Motifworks.
 *
 * <p>Depends on {@code core.motif} and {@code core.motif.io}. Start at {@link
 * org.motifworks.core.jaspar.JasparDatabase}.
 */
package org.motifworks.core.jaspar;
