package org.motifworks.interpret.stream;

import java.util.List;
import org.motifworks.contracts.scoring.SequenceScores;
import org.motifworks.contracts.scoring.SequencesToScore;
import org.motifworks.kit.event.Topics;

/**
 * Where sequences come from and scores go.
 *
 * @param group shared by all replicas, and with it the work
 */
record ScoringTopics(String sequences, String scores, String group) {
  private static final int PARTITIONS = 12;

  static ScoringTopics standard() {
    return new ScoringTopics(SequencesToScore.TOPIC, SequenceScores.TOPIC, "interpret-scoring");
  }

  /** What must exist before the first read. */
  List<Topics.Spec> specs() {
    return List.of(
        new Topics.Spec(sequences, PARTITIONS, false),
        new Topics.Spec(scores, PARTITIONS, false),
        new Topics.Spec(Topics.DEAD_LETTERS, 1, false));
  }
}
