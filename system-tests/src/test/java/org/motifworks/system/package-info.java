/**
 * The whole system, started as {@code ./motifworks up} starts it and used through its public door
 * alone. One system serves all tests of a run: {@link org.motifworks.system.RunningSystem}.
 */
package org.motifworks.system;
