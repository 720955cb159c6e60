/**
 * Motif files, read and written: MEME text ({@link org.motifworks.core.motif.io.MemeFormat}) and
 * JASPAR counts ({@link org.motifworks.core.motif.io.JasparFormat}). A malformed file is a {@link
 * org.motifworks.core.motif.io.MotifFormatException} naming source, line and reason.
 */
package org.motifworks.core.motif.io;
