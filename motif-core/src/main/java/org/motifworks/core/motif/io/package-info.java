/**
 * Motif files, read and written: MEME text, JASPAR, TRANSFAC, HOMER, UniPROBE and plain matrices.
 *
 * <p>Depends on {@code core.motif} and {@code core.input}. Start at {@link
 * org.motifworks.core.motif.io.MotifFiles}; a malformed file is a {@link
 * org.motifworks.core.motif.io.MotifFormatException} naming source, line and reason.
 */
package org.motifworks.core.motif.io;
