/**
 * Tables as an Apache Arrow IPC stream, written with Arrow's own message formats and plain arrays;
 * start at {@link org.motifworks.interpret.arrow.ArrowTable}. Why not with Arrow's vectors: {@code
 * docs/decisions/0009-arrow-without-vectors.md}.
 */
package org.motifworks.interpret.arrow;
