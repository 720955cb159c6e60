package org.motifworks.system.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.motifworks.contracts.event.Topic;
import org.motifworks.contracts.scoring.SequencesToScore;
import org.motifworks.system.Leases;
import org.motifworks.system.PublicDoor;
import org.motifworks.system.RunningSystem;
import org.motifworks.system.SmallModel;

/**
 * What clients ask for while things go wrong: datasets over REST and over Kafka, a run, a file to
 * be scored, an alias to be changed, and sequences to be scored over REST and over Kafka. A client
 * that gets no answer asks again under the same key.
 */
final class Load {

  private static final int SEQUENCES = 240;
  private static final int WINDOW = 200;

  /** Pauses beyond the default leases are long, and are to find work under way. */
  private static final int EFFORT = Leases.areDefault() ? 20 : 1;

  private static final String TRAINING =
      """
      {"dataset": "%s", "seed": %d, "training": {"maximumEpochs": %d, "patience": 100},
       "architecture": {"name": "tiny",
         "convolutions": [{"filters": 8, "size": 13, "pool": {"size": 10}}],
         "dense": [{"units": 16}]}}""";

  private final long seed;
  private final SplittableRandom random;
  private final KafkaProducer<String, byte[]> producer;
  private final PublicDoor door = RunningSystem.door();
  private final SmallModel model = SmallModel.get();
  private final FileScoring scoring = new FileScoring();
  private final AliasChanges aliases = new AliasChanges();
  private final ScoreStream stream = new ScoreStream();
  private final List<String> datasets = Collections.synchronizedList(new ArrayList<>());
  private final List<String> runs = Collections.synchronizedList(new ArrayList<>());

  Load(long seed, KafkaProducer<String, byte[]> producer) {
    this.seed = seed;
    this.random = new SplittableRandom(seed);
    this.producer = producer;
  }

  /** Ids of the datasets that were accepted over REST. */
  List<String> datasets() {
    return datasets;
  }

  /** Ids of the runs that were accepted. */
  List<String> runs() {
    return runs;
  }

  /** Name of the dataset that was asked for on Kafka, twice under one event's id. */
  String requestedName() {
    return "asked-" + seed;
  }

  FileScoring scoring() {
    return scoring;
  }

  AliasChanges aliases() {
    return aliases;
  }

  ScoreStream stream() {
    return stream;
  }

  /** Begins; the future ends when everything is accepted. */
  CompletableFuture<Void> begin() {
    Stream<Runnable> clients =
        Stream.of(
            this::sequences, this::commands, aliases::run, () -> stream.run(FaultSchedule.LENGTH));
    return CompletableFuture.allOf(
        clients
            .map(client -> CompletableFuture.runAsync(client, r -> new Thread(r).start()))
            .toArray(CompletableFuture[]::new));
  }

  private void commands() {
    runs.add(
        accepted("/v1/runs", "run-" + seed, TRAINING.formatted(model.dataset(), seed, 3 * EFFORT)));
    for (int i = 0; i < 3; i++) {
      String name = "faults-" + seed + "-" + i;
      String json = "{\"name\":\"%s\",\"source\":%s}".formatted(name, simulation(4000 * EFFORT, i));
      datasets.add(accepted("/v1/datasets", name, json));
      if (i == 0) requestDataset();
      if (i == 1) scoring.request(seed);
      Asking.rest(1500);
    }
  }

  private String simulation(int sequences, int number) {
    return "{\"kind\":\"simulation\",\"sequences\":%d,\"seed\":%d}"
        .formatted(sequences, 10 * seed + number);
  }

  private String accepted(String path, String key, String json) {
    HttpResponse<String> answer = Asking.untilAnswered(() -> door.postOnce(path, key, json));
    if (answer.statusCode() == 202) return PublicDoor.read(answer.body()).get("id").asText();
    throw new AssertionError(path + " was not accepted: " + answer.body());
  }

  private void requestDataset() {
    Map<String, String> attributes =
        Map.of(
            "ce_specversion", "1.0",
            "ce_id", "request-" + seed + "-" + System.nanoTime(),
            "ce_source", "/laboratory",
            "ce_type", "motifworks.dataset.requested.v1",
            "ce_time", "2026-11-23T00:00:00Z");
    String value =
        "{\"subject\":\"%s\",\"version\":1,\"source\":%s}"
            .formatted(requestedName(), simulation(500, 9));
    for (int times = 0; times < 2; times++) {
      ProducerRecord<String, byte[]> record =
          new ProducerRecord<>(
              Topic.DATASET_REQUESTS.topicName(), requestedName(), value.getBytes(UTF_8));
      attributes.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
      producer.send(record);
    }
    producer.flush();
  }

  private void sequences() {
    for (int i = 0; i < SEQUENCES; i++) {
      StringBuilder letters = new StringBuilder();
      for (int j = 0; j < WINDOW; j++) letters.append("ACGT".charAt(random.nextInt(4)));
      String json =
          "{\"id\":\"%d-%d\",\"model\":\"%s\",\"sequence\":\"%s\"}"
              .formatted(seed, i, model.id(), letters);
      producer.send(
          new ProducerRecord<>(SequencesToScore.TOPIC, "key-" + i % 24, json.getBytes(UTF_8)));
      Asking.rest(FaultSchedule.LENGTH.toMillis() / SEQUENCES);
    }
    producer.flush();
  }
}
