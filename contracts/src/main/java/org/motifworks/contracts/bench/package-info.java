/**
 * What {@code ./motifworks bench} and the process that measures for it say to each other. Start at
 * {@link org.motifworks.contracts.bench.BenchMessage}.
 */
package org.motifworks.contracts.bench;
