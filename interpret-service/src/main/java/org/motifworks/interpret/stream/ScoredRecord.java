package org.motifworks.interpret.stream;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.motifworks.contracts.scoring.SequenceScores;
import org.motifworks.contracts.scoring.SequenceScores.Failure;
import org.motifworks.contracts.scoring.SequenceScores.Result;
import org.motifworks.contracts.scoring.SequencesToScore;
import org.motifworks.interpret.registry.TrainedModel;

/** A record that could be read, and what is known of its sequences by now. */
final class ScoredRecord {
  private final SequenceScores.Input place;
  private final SequencesToScore wanted;
  private final Result[] results;

  ScoredRecord(ConsumerRecord<?, ?> record, SequencesToScore wanted) {
    this.place = place(record);
    this.wanted = wanted;
    this.results = new Result[wanted.sequences().size()];
  }

  static SequenceScores.Input place(ConsumerRecord<?, ?> record) {
    return new SequenceScores.Input(record.partition(), record.offset());
  }

  List<SequencesToScore.Sequence> sequences() {
    return wanted.sequences();
  }

  void scored(int sequence, float[] probabilities) {
    set(sequence, Optional.of(probabilities), Optional.empty());
  }

  void failed(int sequence, String code, String detail) {
    set(sequence, Optional.empty(), Optional.of(new Failure(code, detail)));
  }

  private void set(int sequence, Optional<float[]> scores, Optional<Failure> error) {
    results[sequence] = new Result(sequences().get(sequence).id(), scores, error);
  }

  /** The outcome where the record failed as a whole, before any model was asked for. */
  SequenceScores failure(String code, String detail) {
    return SequenceScores.failed(id(), place, new Failure(code, detail));
  }

  /**
   * The outcome where the model failed.
   *
   * @param reference what it was asked for by
   */
  SequenceScores failure(String reference, Failure failure) {
    return new SequenceScores(
        id(),
        place,
        Optional.empty(),
        Optional.of(reference),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(failure));
  }

  /**
   * The outcome once all sequences have theirs.
   *
   * @param reference what the model was asked for by
   */
  SequenceScores outcome(TrainedModel model, String reference, List<String> classes) {
    boolean batch = wanted.batch();
    Optional<Failure> error = batch ? Optional.empty() : results[0].error();
    boolean one = !batch && error.isEmpty();
    return new SequenceScores(
        id(),
        place,
        Optional.of(model.id()),
        Optional.of(reference),
        model.named().flatMap(TrainedModel.Named::generation),
        one ? Optional.of(byClass(results[0], classes)) : Optional.empty(),
        batch ? Optional.of(classes) : Optional.empty(),
        batch ? Optional.of(Arrays.asList(results)) : Optional.empty(),
        error);
  }

  private Optional<String> id() {
    return wanted.batch() ? Optional.empty() : Optional.of(sequences().get(0).id());
  }

  private static TreeMap<String, Float> byClass(Result result, List<String> classes) {
    float[] scores = result.scores().orElseThrow();
    TreeMap<String, Float> named = new TreeMap<>();
    for (int i = 0; i < scores.length; i++) named.put(classes.get(i), scores[i]);
    return named;
  }
}
