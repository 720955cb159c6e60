package org.motifworks.benchmarks.serving;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.motifworks.contracts.json.Json;
import org.motifworks.contracts.scoring.SequenceScores;
import org.motifworks.contracts.scoring.SequencesToScore;

/** Batch records through {@code motifworks.sequences} to what is committed on the other topic. */
final class OverKafka {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private OverKafka() {}

  /** Sequences a second, from the first sent to the last read. */
  static double rate(String brokers, byte[] batch, int records) throws Exception {
    String key = UUID.randomUUID().toString();
    try (KafkaConsumer<byte[], byte[]> scores = atItsEnd(brokers);
        KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers, "linger.ms", 5),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
      long begun = System.nanoTime();
      for (int i = 0; i < records; i++) {
        producer.send(new ProducerRecord<>(SequencesToScore.TOPIC, (key + i).getBytes(), batch));
      }
      int seen = 0;
      while (seen < records) {
        for (ConsumerRecord<byte[], byte[]> score : scores.poll(Duration.ofSeconds(1))) {
          if (score.key() == null || !new String(score.key()).startsWith(key)) continue;
          if (seen++ == 0) requireScores(score.value());
        }
        if (System.nanoTime() - begun > PATIENCE.toNanos()) {
          throw new IllegalStateException(seen + " of " + records + " records came back");
        }
      }
      return (double) records * Sequences.COUNT / ((System.nanoTime() - begun) / 1e9);
    }
  }

  private static void requireScores(byte[] value) throws Exception {
    SequenceScores scores = Json.mapper().readValue(value, SequenceScores.class);
    if (scores.error().isPresent()) throw new IllegalStateException(scores.error().get().detail());
  }

  private static KafkaConsumer<byte[], byte[]> atItsEnd(String brokers) {
    KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", brokers, "isolation.level", "read_committed"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(SequenceScores.TOPIC).stream()
            .map(one -> new TopicPartition(one.topic(), one.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
    return consumer;
  }
}
