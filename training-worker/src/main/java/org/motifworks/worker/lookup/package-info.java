/**
 * The first layer of a network, forward and backward, on plain arrays: table look-ups in place of a
 * convolution of one-hot sequences. Needs the module {@code jdk.incubator.vector}; ask {@link
 * org.motifworks.worker.lookup.LayerGeometry#suitsLookUps(int)} before loading another class. Start
 * at {@link org.motifworks.worker.lookup.PooledScan}.
 */
package org.motifworks.worker.lookup;
