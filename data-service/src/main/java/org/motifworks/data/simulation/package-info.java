/**
 * The paper's simulated sequences as a source of datasets; the simulation itself is motif-core's.
 */
package org.motifworks.data.simulation;
