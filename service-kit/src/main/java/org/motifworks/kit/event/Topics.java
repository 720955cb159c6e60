package org.motifworks.kit.event;

import java.time.Duration;
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

  /**
   * Less than the inbox remembers (30 days by default), so that no fact comes back as a new one.
   */
  private static final Duration FACTS = Duration.ofDays(7);

  private static final Duration LETTERS = Duration.ofDays(30);
  private static final long MIB = 1L << 20;
  private static final int PARTITIONS = 3;
  private static final int PATIENCE_SECONDS = 20;

  private Topics() {}

  /**
   * A topic to be made.
   *
   * @param kept how long it keeps its records
   */
  public record Spec(String name, int partitions, Kept kept) {

    NewTopic toNewTopic() {
      NewTopic topic = new NewTopic(name, Optional.of(partitions), Optional.empty());
      return topic.configs(kept.configs());
    }
  }

  /**
   * How long a topic keeps records, whatever the broker does by default.
   *
   * @param configs of the topic
   */
  public record Kept(Map<String, String> configs) {

    /** The last record of each key for ever, as {@code aliases} must. */
    public static Kept lastOfEachKey() {
      return new Kept(Map.of("cleanup.policy", "compact"));
    }

    public static Kept during(Duration age) {
      return new Kept(
          Map.of("cleanup.policy", "delete", "retention.ms", Long.toString(age.toMillis())));
    }

    /**
     * At most so long, and less when there is more of it.
     *
     * @param bytes of each partition, about
     */
    public static Kept during(Duration age, long bytes) {
      Map<String, String> configs = new HashMap<>(during(age).configs());
      configs.put("retention.bytes", Long.toString(bytes));
      configs.put("segment.bytes", Long.toString(Math.max(MIB, Math.min(bytes / 4, 1024 * MIB))));
      return new Kept(Map.copyOf(configs));
    }
  }

  /** The topics of all facts, and the dead letters. */
  public static List<Spec> ofFacts() {
    List<Spec> specs = new ArrayList<>();
    Arrays.stream(Topic.values())
        .map(
            topic ->
                new Spec(
                    topic.topicName(),
                    PARTITIONS,
                    topic == Topic.ALIASES ? Kept.lastOfEachKey() : Kept.during(FACTS)))
        .forEach(specs::add);
    specs.add(ofDeadLetters());
    return specs;
  }

  /** Looked at by people, who may be away for a while. */
  public static Spec ofDeadLetters() {
    return new Spec(DEAD_LETTERS, 1, Kept.during(LETTERS));
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
