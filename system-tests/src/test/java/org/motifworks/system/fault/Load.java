package org.motifworks.system.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.motifworks.contracts.event.Topic;
import org.motifworks.contracts.scoring.SequencesToScore;
import org.motifworks.system.PublicDoor;
import org.motifworks.system.RunningSystem;
import org.motifworks.system.SmallModel;

/**
 * What clients ask for while things go wrong: datasets over REST and over Kafka, a run, and
 * sequences to be scored. A client that gets no answer asks again under the same key.
 */
final class Load {

  private static final int SEQUENCES = 240;
  private static final int WINDOW = 200;
  private static final long PATIENCE_NANOS = 120_000_000_000L;
  private static final String TRAINING =
      """
      {"dataset": "%s", "seed": %d, "training": {"maximumEpochs": 3},
       "architecture": {"name": "tiny",
         "convolutions": [{"filters": 8, "size": 13, "pool": {"size": 10}}],
         "dense": [{"units": 16}]}}""";

  private final long seed;
  private final SplittableRandom random;
  private final KafkaProducer<String, byte[]> producer;
  private final PublicDoor door = RunningSystem.door();
  private final SmallModel model = SmallModel.get();
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

  /** Begins; the future ends when everything is accepted. */
  CompletableFuture<Void> begin() {
    return CompletableFuture.allOf(
        CompletableFuture.runAsync(this::sequences, r -> new Thread(r).start()),
        CompletableFuture.runAsync(this::commands, r -> new Thread(r).start()));
  }

  private void commands() {
    runs.add(accepted("/v1/runs", "run-" + seed, TRAINING.formatted(model.dataset(), seed)));
    for (int i = 0; i < 3; i++) {
      String name = "faults-" + seed + "-" + i;
      String json = "{\"name\":\"%s\",\"source\":%s}".formatted(name, simulation(4000, i));
      datasets.add(accepted("/v1/datasets", name, json));
      if (i == 0) requestDataset();
      rest(1500);
    }
  }

  private String simulation(int sequences, int number) {
    return "{\"kind\":\"simulation\",\"sequences\":%d,\"seed\":%d}"
        .formatted(sequences, 10 * seed + number);
  }

  private String accepted(String path, String key, String json) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    String last = "";
    while (System.nanoTime() < end) {
      try {
        HttpResponse<String> answer = door.postOnce(path, key, json);
        if (answer.statusCode() == 202) return PublicDoor.read(answer.body()).get("id").asText();
        last = answer.statusCode() + " " + answer.body();
        if (answer.statusCode() < 500) break;
      } catch (UncheckedIOException e) {
        last = e.toString(); // the gateway was killed under the request
      }
      rest(300);
    }
    throw new AssertionError(path + " was not accepted: " + last);
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
      rest(FaultSchedule.LENGTH.toMillis() / SEQUENCES);
    }
    producer.flush();
  }

  private static void rest(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
