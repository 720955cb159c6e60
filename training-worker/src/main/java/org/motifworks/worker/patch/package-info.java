/**
 * Convolutions over patches, with batch norm and max-pool after them, beside the engine: the
 * numbers of whole feature maps from maxima, and from first and second moments of what goes in.
 *
 * <p>Plain Java with the vector module; nothing here knows the engine. Start at {@link
 * org.motifworks.worker.patch.PatchConvolution}.
 */
package org.motifworks.worker.patch;
