/**
 * A dataset as a folder: token matrix, label matrix, ids and, for simulated data, the truth of each
 * split.
 *
 * <p>Depends on {@code core.npy}, {@code core.sequence}, {@code core.motif} (strands) and Jackson.
 * Start at {@link org.motifworks.core.dataset.Dataset} to read and {@link
 * org.motifworks.core.dataset.DatasetWriter} to write.
 */
package org.motifworks.core.dataset;
