package org.motifworks.system.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.motifworks.contracts.event.Topic;
import org.motifworks.contracts.scoring.SequenceScores;
import org.motifworks.contracts.scoring.SequencesToScore;
import org.motifworks.system.PublicDoor;
import org.motifworks.system.RunningSystem;

/**
 * All that is committed on the system's topics, from their beginning, read on at each look. A fact
 * may be told twice; under its event's id it is one.
 */
final class Told implements AutoCloseable {

  static final String DEAD_LETTERS = "motifworks.dead-letters";
  private static final List<String> TOPICS =
      Stream.concat(
              Stream.of(Topic.DATASETS, Topic.RUNS, Topic.INTERPRETATIONS, Topic.ALIASES)
                  .map(Topic::topicName),
              Stream.of(SequencesToScore.TOPIC, SequenceScores.TOPIC, DEAD_LETTERS))
          .toList();

  /** Where a sequence lay, as its outcome says it. */
  record Place(int partition, long offset) {}

  private final KafkaConsumer<String, byte[]> consumer =
      new KafkaConsumer<>(
          Map.of(
              "bootstrap.servers",
              RunningSystem.bootstrapServers(),
              "isolation.level",
              "read_committed"),
          new StringDeserializer(),
          new ByteArrayDeserializer());
  private final List<ConsumerRecord<String, byte[]>> facts = new ArrayList<>();
  private final Map<String, Map<String, String>> endings = new HashMap<>();
  private final Map<String, Map<String, String>> promotions = new HashMap<>();
  private final Set<Place> sequences = new HashSet<>();
  private final Map<Place, Integer> outcomes = new HashMap<>();
  private final Set<String> deadLetters = new HashSet<>();

  Told() {
    List<TopicPartition> partitions =
        TOPICS.stream()
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** Reads on to what is the end now. */
  synchronized void readOn() {
    Map<TopicPartition, Long> ends =
        consumer.endOffsets(consumer.assignment(), Duration.ofSeconds(60));
    long deadline = System.nanoTime() + 30_000_000_000L;
    while (ends.entrySet().stream()
            .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())
        && System.nanoTime() < deadline) {
      consumer.poll(Duration.ofMillis(100)).forEach(this::hear);
    }
  }

  /** Ids of the events that say this subject has ended, each with its type. */
  synchronized Map<String, String> endings(String subject) {
    return endings.getOrDefault(subject, Map.of());
  }

  /** Ids of the events that say an alias has this generation, each with the model it has then. */
  synchronized Map<String, String> promotions(String alias, long generation) {
    return promotions.getOrDefault(alias + "/" + generation, Map.of());
  }

  /** All facts so far, as they lie on their topics. */
  synchronized List<ConsumerRecord<String, byte[]>> facts() {
    return List.copyOf(facts);
  }

  /** Sequences without an outcome. */
  synchronized Set<Place> unanswered() {
    Set<Place> unanswered = new HashSet<>(sequences);
    unanswered.removeAll(outcomes.keySet());
    return unanswered;
  }

  /** Sequences with more than one outcome. */
  synchronized List<Place> answeredTwice() {
    return outcomes.entrySet().stream()
        .filter(outcome -> outcome.getValue() > 1)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Keys of the records that were no events, or no sequences. */
  synchronized Set<String> deadLetters() {
    return Set.copyOf(deadLetters);
  }

  synchronized int sequences() {
    return sequences.size();
  }

  private void hear(ConsumerRecord<String, byte[]> record) {
    switch (record.topic()) {
      case SequencesToScore.TOPIC -> sequences.add(new Place(record.partition(), record.offset()));
      case SequenceScores.TOPIC -> {
        var input = PublicDoor.read(new String(record.value(), UTF_8)).get("input");
        Place place = new Place(input.get("partition").asInt(), input.get("offset").asLong());
        outcomes.merge(place, 1, Integer::sum);
      }
      case DEAD_LETTERS -> deadLetters.add(String.valueOf(record.key()));
      default -> hearFact(record);
    }
  }

  private void hearFact(ConsumerRecord<String, byte[]> record) {
    Header type = record.headers().lastHeader("ce_type");
    Header id = record.headers().lastHeader("ce_id");
    if (type == null || id == null) return; // poison
    facts.add(record);
    String name = new String(type.value(), UTF_8);
    if (name.contains("retired")) return;
    if (record.topic().equals(Topic.ALIASES.topicName())) {
      var change = PublicDoor.read(new String(record.value(), UTF_8));
      promotions
          .computeIfAbsent(record.key() + "/" + change.get("version"), key -> new HashMap<>())
          .put(new String(id.value(), UTF_8), change.get("model").asText());
      return;
    }
    endings
        .computeIfAbsent(record.topic() + "/" + record.key(), key -> new HashMap<>())
        .put(new String(id.value(), UTF_8), name);
  }

  @Override
  public synchronized void close() {
    consumer.close();
  }
}
