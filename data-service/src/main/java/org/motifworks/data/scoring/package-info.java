/**
 * Bulk scoring: a file of sequences, or regions or variants of a genome, scored by a model as a
 * job. {@link org.motifworks.data.scoring.ScoringWork} streams them through the interpret-service,
 * which is the one to run models, and keeps the table as an artifact.
 */
package org.motifworks.data.scoring;
