/** The first-layer scan by table look-ups, with the vector module and without. */
package org.motifworks.benchmarks.scan;
