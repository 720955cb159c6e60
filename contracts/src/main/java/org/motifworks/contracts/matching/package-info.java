/**
 * What matching motifs against a database says: the answer of {@code motifworks match --format
 * json} and of the service. Names are those of an interpretation's filters. Plain records; start at
 * {@link org.motifworks.contracts.matching.MatchingResult}.
 */
package org.motifworks.contracts.matching;
