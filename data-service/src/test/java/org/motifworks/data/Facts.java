package org.motifworks.data;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.motifworks.contracts.event.Fact;
import org.motifworks.contracts.event.FactJson;
import org.motifworks.contracts.event.FactType;
import org.motifworks.contracts.event.Topic;
import org.motifworks.embedded.WholeTopic;

/** What was told about a dataset, read from Kafka itself. */
public final class Facts {

  private Facts() {}

  /** A fact with the headers it came with. */
  public record Told(Fact fact, Map<String, String> headers) {}

  /** Waits up to a minute for the number of facts about {@code id}, then for one too many. */
  public static List<Told> about(String id, int number) {
    await().atMost(Duration.ofMinutes(1)).until(() -> told(id).size() >= number);
    return await()
        .during(Duration.ofMillis(500))
        .atMost(Duration.ofSeconds(10))
        .until(() -> told(id), told -> told.size() == number);
  }

  private static List<Told> told(String id) {
    return WholeTopic.read(Topic.DATASETS.topicName()).stream()
        .filter(record -> id.equals(record.key()))
        .map(Facts::told)
        .toList();
  }

  private static Told told(ConsumerRecord<String, byte[]> record) {
    Map<String, String> headers = new TreeMap<>();
    record
        .headers()
        .forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
    FactType type = FactType.ofCloudEventType(headers.get("ce_type")).orElseThrow();
    return new Told(FactJson.read(type, record.value()), headers);
  }
}
