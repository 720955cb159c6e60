/**
 * Sequences from Kafka to scores on Kafka, exactly once: what was read and what was written commit
 * together. Start at {@link org.motifworks.interpret.stream.ScoringLoop}.
 */
package org.motifworks.interpret.stream;
