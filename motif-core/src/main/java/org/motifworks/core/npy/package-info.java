/**
 * NumPy's {@code .npy} files, format 1.0: streamed out, mapped in, readable by {@code numpy.load}.
 *
 * <p>Little-endian, row-major, uint8 and float32 only. Depends on the JDK alone. Start at {@link
 * org.motifworks.core.npy.NpyWriter} and {@link org.motifworks.core.npy.MappedByteMatrix}.
 */
package org.motifworks.core.npy;
