/**
 * What {@code motifworks match} does, without a service: motif files in, matches out query by
 * query. The numbers are {@code core.match}'s; the outputs are Tomtom's table, JSON and a page.
 * Start at {@link org.motifworks.standalone.match.MatchRun}.
 */
package org.motifworks.standalone.match;
