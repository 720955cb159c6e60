/**
 * The network on the engine: parameters, forward pass, dropout, Adam, one epoch. The only package
 * that touches DJL. Start at {@link org.motifworks.worker.network.Network}.
 */
package org.motifworks.worker.network;
