package org.motifworks.kit.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.motifworks.contracts.event.Topic;

/** Makes topics on purpose, before the first write; those that exist stay as they are. */
public final class Topics {

  /** Where malformed records go, whole, with {@code dead_letter_} headers that say why. */
  public static final String DEAD_LETTERS = "motifworks.dead-letters";

  private static final int PARTITIONS = 3;
  private static final int PATIENCE_SECONDS = 20;

  private Topics() {}

  /**
   * A topic to be made.
   *
   * @param compacted keeps the last record of each key for ever, as {@code aliases} must
   */
  public record Spec(String name, int partitions, boolean compacted) {

    NewTopic toNewTopic() {
      NewTopic topic = new NewTopic(name, Optional.of(partitions), Optional.empty());
      return compacted ? topic.configs(Map.of("cleanup.policy", "compact")) : topic;
    }
  }

  /** The topics of all facts, and the dead letters. */
  public static List<Spec> ofFacts() {
    List<Spec> specs = new ArrayList<>();
    Arrays.stream(Topic.values())
        .map(
            topic -> new Spec(topic.topicName(), PARTITIONS, topic.topicName().endsWith("aliases")))
        .forEach(specs::add);
    specs.add(new Spec(DEAD_LETTERS, 1, false));
    return specs;
  }

  /**
   * Makes those that do not exist, and returns once all their partitions are led.
   *
   * @throws RetriableException (of Kafka) when the broker does not answer in time
   */
  public static void ensure(KafkaSettings kafka, List<Spec> specs) {
    try (Admin admin = Admin.create(kafka.admin())) {
      CreateTopicsOptions options = new CreateTopicsOptions().timeoutMs(PATIENCE_SECONDS * 1000);
      List<NewTopic> topics = specs.stream().map(Spec::toNewTopic).toList();
      for (var result : admin.createTopics(topics, options).values().values()) {
        try {
          await(result);
        } catch (TopicExistsException e) {
          continue; // as it may be
        }
      }
      awaitLeaders(admin, specs.stream().map(Spec::name).toList());
    }
  }

  /**
   * A new topic is known before its leaders take records. A producer whose first batch is refused
   * for that, and whose second is not, repeats the first in vain until it gives up (KAFKA-15591).
   * Only a leader answers with its offsets, and the client asks until one does.
   */
  private static void awaitLeaders(Admin admin, List<String> topics) {
    Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
    for (TopicDescription topic : await(admin.describeTopics(topics).allTopicNames()).values()) {
      for (TopicPartitionInfo partition : topic.partitions()) {
        TopicPartition each = new TopicPartition(topic.name(), partition.partition());
        partitions.put(each, OffsetSpec.latest());
      }
    }
    await(admin.listOffsets(partitions).all());
  }

  private static <T> T await(KafkaFuture<T> result) {
    try {
      return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) throw cause;
      throw new IllegalStateException("topics could not be made", e);
    } catch (TimeoutException e) {
      throw new org.apache.kafka.common.errors.TimeoutException(
          "topics could not be made in time", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new org.apache.kafka.common.errors.InterruptException(e);
    }
  }
}
