package org.motifworks.interpret.stream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.motifworks.contracts.scoring.SequenceScores;
import org.motifworks.contracts.scoring.SequenceScores.Failure;
import org.motifworks.contracts.scoring.SequencesToScore;
import org.motifworks.core.sequence.DnaAlphabet;
import org.motifworks.core.sequence.SequenceFormatException;
import org.motifworks.interpret.model.InferenceException;
import org.motifworks.interpret.model.ModelCache;
import org.motifworks.interpret.model.ModelLease;
import org.motifworks.interpret.model.Prediction;
import org.motifworks.interpret.model.TokenBatch;
import org.motifworks.interpret.registry.TrainedModel;
import org.motifworks.kit.problem.Problem;

/**
 * From records to outcomes, one for one and in order. The records of a call are scored model by
 * model, each name looked up once, so that a call sees one generation of an alias.
 */
final class RecordScorer {
  private static final int BATCH = 128;
  private static final Set<String> LASTING =
      Set.of("model.unknown", "artifact.missing", "artifact.corrupt", "artifact.no-such-file");

  private final Function<String, TrainedModel> models;
  private final ModelCache cache;
  private final Optional<String> usualModel;
  private final BiFunction<TrainedModel, ModelLease, Function<TokenBatch, Prediction>> live;

  /**
   * @param models by id or {@code series@alias}; throws {@link Problem}
   * @param usualModel of records that name none
   * @param live how a model is run
   */
  RecordScorer(
      Function<String, TrainedModel> models,
      ModelCache cache,
      Optional<String> usualModel,
      BiFunction<TrainedModel, ModelLease, Function<TokenBatch, Prediction>> live) {
    this.models = models;
    this.cache = cache;
    this.usualModel = usualModel;
    this.live = live;
  }

  /** A readable record among all of a call. */
  private record Readable(int index, ScoredRecord record) {}

  /**
   * Scores records.
   *
   * @return as many, in the same order
   * @throws RuntimeException when trying again may help, such as when the trainer-service is away
   */
  List<SequenceScores> score(List<ConsumerRecord<String, byte[]>> records) {
    SequenceScores[] outcomes = new SequenceScores[records.size()];
    Map<String, List<Readable>> byModel = new LinkedHashMap<>();
    for (int i = 0; i < outcomes.length; i++) {
      ConsumerRecord<String, byte[]> record = records.get(i);
      SequencesToScore read;
      try {
        read = SequencesToScore.read(record.value());
      } catch (IllegalArgumentException e) {
        Failure unreadable = new Failure(UNREADABLE, String.valueOf(e.getMessage()));
        outcomes[i] =
            SequenceScores.failed(Optional.empty(), ScoredRecord.place(record), unreadable);
        continue;
      }
      ScoredRecord readable = new ScoredRecord(record, read);
      Optional<String> model = read.model().or(() -> usualModel);
      if (model.isEmpty()) {
        String detail = "The record names no model, and the service is set to none.";
        outcomes[i] = readable.failure("model.not-named", detail);
        continue;
      }
      byModel
          .computeIfAbsent(model.get(), name -> new ArrayList<>())
          .add(new Readable(i, readable));
    }
    byModel.forEach((name, part) -> score(name, part, outcomes));
    return List.of(outcomes);
  }

  /** Of a record whose value is nothing this service can read. */
  static final String UNREADABLE = "record.unreadable";

  private void score(String name, List<Readable> part, SequenceScores[] outcomes) {
    try {
      TrainedModel model = models.apply(name);
      try (ModelLease lease = cache.acquire(model.ref())) {
        new OneModel(live.apply(model, lease), lease.description().window()).score(part);
        List<String> classes = lease.description().classes();
        for (Readable one : part)
          outcomes[one.index()] = one.record().outcome(model, name, classes);
      }
    } catch (Problem e) {
      if (!LASTING.contains(e.code())) throw e;
      failAll(name, part, outcomes, new Failure(e.code(), e.details().detail()));
    } catch (InferenceException e) {
      failAll(name, part, outcomes, new Failure(e.code(), String.valueOf(e.getMessage())));
    }
  }

  private static void failAll(
      String name, List<Readable> part, SequenceScores[] outcomes, Failure failure) {
    for (Readable one : part) {
      outcomes[one.index()] = one.record().failure(name, failure);
    }
  }

  /** The sequences of one model's records, in batches. */
  private static final class OneModel {
    private final Function<TokenBatch, Prediction> predict;
    private final int window;
    private final TokenBatch batch;
    private final List<Row> rows = new ArrayList<>(BATCH);

    /** Where a row of the batch came from. */
    private record Row(ScoredRecord record, int sequence) {}

    OneModel(Function<TokenBatch, Prediction> predict, int window) {
      this.predict = predict;
      this.window = window;
      this.batch = new TokenBatch(BATCH, window);
    }

    void score(List<Readable> part) {
      for (Readable one : part) {
        for (int i = 0; i < one.record().sequences().size(); i++) add(one.record(), i);
      }
      run();
    }

    private void add(ScoredRecord record, int sequence) {
      try {
        byte[] tokens = DnaAlphabet.tokenise(record.sequences().get(sequence).sequence());
        if (tokens.length != window) {
          String detail =
              "The sequence has " + tokens.length + " nt, the model takes " + window + " nt.";
          record.failed(sequence, "sequence.wrong-length", detail);
          return;
        }
        batch.add(tokens);
        rows.add(new Row(record, sequence));
        if (batch.isFull()) run();
      } catch (SequenceFormatException e) {
        record.failed(sequence, e.code(), e.getMessage());
      }
    }

    private void run() {
      if (batch.isEmpty()) return;
      Prediction prediction = predict.apply(batch);
      int classes = prediction.classes();
      for (int row = 0; row < rows.size(); row++) {
        float[] scores =
            Arrays.copyOfRange(prediction.probabilities(), row * classes, (row + 1) * classes);
        rows.get(row).record().scored(rows.get(row).sequence(), scores);
      }
      batch.clear();
      rows.clear();
    }
  }
}
