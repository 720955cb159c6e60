/**
 * One machine: the {@code motifworks} command line and the supervisor behind it.
 *
 * <p>Start reading at {@link org.motifworks.standalone.Main}; tests of the whole system start it
 * through {@link org.motifworks.standalone.supervisor.MotifworksSystem}.
 */
package org.motifworks.standalone;
