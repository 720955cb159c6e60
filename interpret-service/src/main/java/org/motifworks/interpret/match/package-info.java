/**
 * Motifs of requests matched against databases, models' filters or each other, within bounds. Start
 * at {@link org.motifworks.interpret.match.MatchRequest} and {@link
 * org.motifworks.interpret.match.Matching}.
 */
package org.motifworks.interpret.match;
