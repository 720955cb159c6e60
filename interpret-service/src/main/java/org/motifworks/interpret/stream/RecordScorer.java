package org.motifworks.interpret.stream;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.motifworks.contracts.scoring.SequenceScores;
import org.motifworks.contracts.scoring.SequenceScores.Failure;
import org.motifworks.contracts.scoring.SequenceToScore;
import org.motifworks.core.sequence.DnaAlphabet;
import org.motifworks.core.sequence.SequenceFormatException;
import org.motifworks.interpret.drift.DriftMonitor;
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
  private final DriftMonitor drift;

  /**
   * @param models by id or {@code series@alias}; throws {@link Problem}
   * @param usualModel of records that name none
   */
  RecordScorer(
      Function<String, TrainedModel> models,
      ModelCache cache,
      Optional<String> usualModel,
      DriftMonitor drift) {
    this.models = models;
    this.cache = cache;
    this.usualModel = usualModel;
    this.drift = drift;
  }

  /** A record that could be read, and its place among all of the call. */
  private record Readable(int index, SequenceToScore sequence) {}

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
      SequenceToScore read;
      try {
        read = SequenceToScore.read(record.value());
      } catch (IllegalArgumentException e) {
        outcomes[i] = failed(Optional.empty(), record, UNREADABLE, e.getMessage());
        continue;
      }
      Optional<String> model = read.model().or(() -> usualModel);
      if (model.isEmpty()) {
        String detail = "The record names no model, and the service is set to none.";
        outcomes[i] = failed(Optional.of(read.id()), record, "model.not-named", detail);
        continue;
      }
      byModel.computeIfAbsent(model.get(), name -> new ArrayList<>()).add(new Readable(i, read));
    }
    byModel.forEach((name, part) -> score(name, part, records, outcomes));
    return List.of(outcomes);
  }

  /** Of a record whose value is nothing this service can read. */
  static final String UNREADABLE = "record.unreadable";

  private void score(
      String name,
      List<Readable> part,
      List<ConsumerRecord<String, byte[]>> records,
      SequenceScores[] outcomes) {
    try {
      TrainedModel model = models.apply(name);
      try (ModelLease lease = cache.acquire(model.ref())) {
        Function<TokenBatch, Prediction> predict = drift.watched(model.id(), lease);
        new OneModel(model, lease, predict, records, outcomes).score(part);
      }
    } catch (Problem e) {
      if (!LASTING.contains(e.code())) throw e;
      failAll(part, records, outcomes, e.code(), e.details().detail());
    } catch (InferenceException e) {
      failAll(part, records, outcomes, e.code(), e.getMessage());
    }
  }

  private static void failAll(
      List<Readable> part,
      List<ConsumerRecord<String, byte[]>> records,
      SequenceScores[] outcomes,
      String code,
      String detail) {
    for (Readable one : part) {
      outcomes[one.index()] =
          failed(Optional.of(one.sequence().id()), records.get(one.index()), code, detail);
    }
  }

  private static SequenceScores failed(
      Optional<String> id, ConsumerRecord<?, ?> record, String code, String detail) {
    return new SequenceScores(
        id,
        place(record),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Failure(code, String.valueOf(detail))));
  }

  private static SequenceScores.Input place(ConsumerRecord<?, ?> record) {
    return new SequenceScores.Input(record.partition(), record.offset());
  }

  /** The records of one model, in batches. */
  private record OneModel(
      TrainedModel model,
      ModelLease lease,
      Function<TokenBatch, Prediction> predict,
      List<ConsumerRecord<String, byte[]>> records,
      SequenceScores[] outcomes) {

    void score(List<Readable> part) {
      int window = lease.description().window();
      TokenBatch batch = new TokenBatch(Math.min(BATCH, part.size()), window);
      List<Readable> rows = new ArrayList<>(BATCH);
      for (Readable one : part) {
        if (batch.isFull()) run(batch, rows);
        Optional<byte[]> tokens = tokens(one, window);
        if (tokens.isEmpty()) continue;
        batch.add(tokens.get());
        rows.add(one);
      }
      run(batch, rows);
    }

    private Optional<byte[]> tokens(Readable one, int window) {
      Optional<String> id = Optional.of(one.sequence().id());
      ConsumerRecord<?, ?> record = records.get(one.index());
      try {
        byte[] tokens = DnaAlphabet.tokenise(one.sequence().sequence());
        if (tokens.length == window) return Optional.of(tokens);
        String detail =
            "The sequence has " + tokens.length + " nt, the model takes " + window + " nt.";
        outcomes[one.index()] = failed(id, record, "sequence.wrong-length", detail);
      } catch (SequenceFormatException e) {
        outcomes[one.index()] = failed(id, record, e.code(), e.getMessage());
      }
      return Optional.empty();
    }

    private void run(TokenBatch batch, List<Readable> rows) {
      Prediction prediction = predict.apply(batch);
      List<String> classes = lease.description().classes();
      for (int row = 0; row < rows.size(); row++) {
        Map<String, Float> scores = new TreeMap<>();
        for (int i = 0; i < classes.size(); i++) {
          scores.put(classes.get(i), prediction.probability(row, i));
        }
        int index = rows.get(row).index();
        outcomes[index] =
            new SequenceScores(
                Optional.of(rows.get(row).sequence().id()),
                place(records.get(index)),
                Optional.of(model.id()),
                model.named().flatMap(TrainedModel.Named::generation),
                Optional.of(scores),
                Optional.empty());
      }
      batch.clear();
      rows.clear();
    }
  }
}
