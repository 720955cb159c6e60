package org.motifworks.data;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.motifworks.contracts.event.Fact;
import org.motifworks.contracts.event.FactJson;
import org.motifworks.contracts.event.FactType;
import org.motifworks.contracts.event.Topic;

/** What was told about a dataset, read from Kafka itself. */
public final class Facts {

  private Facts() {}

  /** A fact with the headers it came with. */
  public record Told(Fact fact, Map<String, String> headers) {}

  /** Waits up to 30 s for the number of facts about {@code id}, then a little for one too many. */
  public static List<Told> about(String id, int number) {
    List<Told> told = new ArrayList<>();
    String servers = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", servers),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topic.DATASETS.topicName()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
      while (told.size() < number && System.nanoTime() < end) poll(consumer, id, told);
      poll(consumer, id, told);
    }
    return told;
  }

  private static void poll(KafkaConsumer<String, byte[]> consumer, String id, List<Told> told) {
    for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(500))) {
      if (!id.equals(record.key())) continue;
      Map<String, String> headers = new java.util.TreeMap<>();
      record
          .headers()
          .forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
      FactType type = FactType.ofCloudEventType(headers.get("ce_type")).orElseThrow();
      told.add(new Told(FactJson.read(type, record.value()), headers));
    }
  }
}
