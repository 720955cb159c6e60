package org.motifworks.interpret.stream;

import java.util.List;
import org.motifworks.contracts.scoring.SequenceScores;
import org.motifworks.contracts.scoring.SequencesToScore;
import org.motifworks.kit.event.Topics;

/**
 * Where sequences come from and scores go.
 *
 * @param group shared by all replicas, and with it the work
 * @param kept how long both topics keep their records, if they are made here
 */
record ScoringTopics(String sequences, String scores, String group, Topics.Kept kept) {
  private static final int PARTITIONS = 12;

  static ScoringTopics standard(Topics.Kept kept) {
    return new ScoringTopics(
        SequencesToScore.TOPIC, SequenceScores.TOPIC, "interpret-scoring", kept);
  }

  /** What must exist before the first read. */
  List<Topics.Spec> specs() {
    return List.of(
        new Topics.Spec(sequences, PARTITIONS, kept),
        new Topics.Spec(scores, PARTITIONS, kept),
        Topics.ofDeadLetters());
  }
}
