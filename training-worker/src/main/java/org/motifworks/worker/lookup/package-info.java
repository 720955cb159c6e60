/**
 * The first layer of a network, forward and backward, on plain arrays: table look-ups in place of a
 * convolution of one-hot sequences. Start at {@link org.motifworks.worker.lookup.LookUpLayer}.
 */
package org.motifworks.worker.lookup;
