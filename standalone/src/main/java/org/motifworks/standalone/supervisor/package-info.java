/**
 * Keeps the processes of one machine alive: starts them in order, restarts what dies, stops all.
 *
 * <p>Knows nothing of the command line. {@link org.motifworks.standalone.supervisor.Supervisor} is
 * the heart, {@link org.motifworks.standalone.supervisor.MotifworksSystem} the whole as an object.
 */
package org.motifworks.standalone.supervisor;
