package org.motifworks.system.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.motifworks.contracts.event.Topic;
import org.motifworks.contracts.scoring.SequencesToScore;

/** Records that a careless or hostile producer would send. */
final class Mischief {

  private static final int REPLAYED = 12;

  private final long seed;
  private final KafkaProducer<String, byte[]> producer;
  private final Told told;
  private final Set<String> poisons = ConcurrentHashMap.newKeySet();

  Mischief(long seed, KafkaProducer<String, byte[]> producer, Told told) {
    this.seed = seed;
    this.producer = producer;
    this.told = told;
  }

  /** Keys of what must end in the dead letters. */
  Set<String> poisons() {
    return poisons;
  }

  /** No headers, an unreadable value under a known type, and sequences that are none. */
  void poison() {
    for (Topic topic : List.of(Topic.DATASET_REQUESTS, Topic.DATASETS, Topic.RUNS)) {
      send(topic.topicName(), key("bare"), "no event", Map.of());
      send(topic.topicName(), key("unreadable"), "{\"subject\":", ready());
    }
    send(SequencesToScore.TOPIC, key("sequence"), "[]", Map.of());
    producer.flush();
  }

  /** Facts told before, shuffled, under the ids they had. */
  void replay() {
    List<ConsumerRecord<String, byte[]>> facts = new ArrayList<>(told.facts());
    Collections.shuffle(facts, new Random(seed));
    for (ConsumerRecord<String, byte[]> fact : facts.subList(0, Math.min(REPLAYED, facts.size()))) {
      producer.send(
          new ProducerRecord<>(fact.topic(), null, null, fact.key(), fact.value(), fact.headers()));
    }
    producer.flush();
  }

  private String key(String what) {
    String key = "poison-" + seed + "-" + what + "-" + poisons.size();
    poisons.add(key);
    return key;
  }

  private static Map<String, String> ready() {
    return Map.of(
        "ce_specversion", "1.0",
        "ce_id", java.util.UUID.randomUUID().toString(),
        "ce_source", "/poison",
        "ce_type", "motifworks.dataset.ready.v1",
        "ce_time", "2026-11-23T00:00:00Z");
  }

  private void send(String topic, String key, String value, Map<String, String> headers) {
    ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, value.getBytes(UTF_8));
    headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
    producer.send(record);
  }
}
