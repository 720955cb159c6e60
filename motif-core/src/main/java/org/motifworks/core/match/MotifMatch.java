package org.motifworks.core.match;

import org.motifworks.core.motif.Motif;
import org.motifworks.core.motif.Strand;

/**
 * How a query matches one motif of a database, on its better strand.
 *
 * @param distance the column score all other numbers follow from
 * @param offset the query's first column lies over this column of the target as read from {@code
 *     strand} (0-based; negative when the query begins first)
 * @param overlap number of columns under each other
 * @param strand of the target
 * @param pValue chance of as good an alignment with a random motif of the target's width, in [0, 1]
 * @param eValue {@code pValue} times the number of motifs in the database
 * @param qValue least false discovery rate at which the match is reported, in [0, 1]
 * @param queryConsensus most probable nucleotides after the pseudo-count, as the reference prints
 *     them
 * @param targetConsensus the same of the target as read from {@code strand}
 */
public record MotifMatch(
    Motif query,
    Motif target,
    ColumnDistance distance,
    int offset,
    int overlap,
    Strand strand,
    double pValue,
    double eValue,
    double qValue,
    String queryConsensus,
    String targetConsensus) {}
