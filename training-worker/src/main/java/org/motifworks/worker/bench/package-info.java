/**
 * How fast this machine is: each path of the product beside the plain use of the library, in one
 * run. {@code ./motifworks bench} and {@code benchmarks/} both measure with what is here. Start at
 * {@link org.motifworks.worker.bench.Bench}; an engine that is to be measured implements {@link
 * org.motifworks.worker.bench.ModelPaths}.
 */
package org.motifworks.worker.bench;
