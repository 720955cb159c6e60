package org.motifworks.interpret.registry;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.motifworks.contracts.event.ModelPromoted;
import org.motifworks.contracts.event.Topic;
import org.motifworks.kit.event.FactReader;
import org.motifworks.kit.event.KafkaSettings;
import org.motifworks.kit.event.MalformedEvent;
import org.motifworks.kit.event.Topics;
import org.motifworks.kit.health.Loop;

/**
 * Follows the compacted topic of aliases from its beginning, in every replica, without a consumer
 * group: each reads all of it again at each start. Any failure is answered by reading from the
 * beginning again, which changes nothing that is served already.
 */
final class AliasFollower {
  private static final Logger LOG = Logger.getLogger(AliasFollower.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final long LONGEST_DELAY_MILLIS = 30_000;

  private final KafkaSettings kafka;
  private final AliasSwitch aliases;
  private Loop loop;
  private long delay = POLL.toMillis();
  private volatile boolean caughtUp;
  private volatile boolean closed;
  private volatile KafkaConsumer<String, byte[]> consuming;

  AliasFollower(KafkaSettings kafka, AliasSwitch aliases) {
    this.kafka = kafka;
    this.aliases = aliases;
  }

  /**
   * Whether all that was on the topic at the start has been heard, and its models tried: loaded,
   * refused, or given up at the deadline.
   */
  boolean caughtUp() {
    return caughtUp;
  }

  /**
   * Goes on until {@link #close()}.
   *
   * @param turning is told at each turn
   */
  void run(Loop turning) {
    loop = turning;
    while (!closed) {
      loop.turned();
      try {
        Topics.ensure(kafka, Topics.ofFacts());
        follow();
      } catch (RuntimeException e) {
        if (closed) return;
        LOG.warnf("aliases are not heard, again in %d ms: %s", delay, e.toString());
      }
      if (!rest()) return;
    }
  }

  void close() {
    closed = true;
    KafkaConsumer<String, byte[]> consumer = consuming;
    if (consumer != null) consumer.wakeup();
  }

  private void follow() {
    try (var consumer =
        new KafkaConsumer<>(
            kafka.reader(), new StringDeserializer(), new ByteArrayDeserializer())) {
      consuming = consumer;
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topic.ALIASES.topicName()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      boolean whole = false;
      while (!closed) {
        loop.turned();
        consumer.poll(POLL).forEach(this::hear);
        // A burst, the start above all, ends in one model an alias, not in one a promotion.
        whole = whole || ends.entrySet().stream().allMatch(end -> reached(consumer, end));
        if (!whole) continue;
        aliases.settle();
        caughtUp = caughtUp || aliases.allTried();
        delay = POLL.toMillis();
      }
    } catch (WakeupException e) {
      if (!closed) throw e;
    } finally {
      consuming = null;
    }
  }

  private static boolean reached(
      KafkaConsumer<String, byte[]> consumer, Map.Entry<TopicPartition, Long> end) {
    return consumer.position(end.getKey()) >= end.getValue();
  }

  private void hear(ConsumerRecord<String, byte[]> record) {
    try {
      FactReader.read(record)
          .filter(envelope -> envelope.fact() instanceof ModelPromoted)
          .ifPresent(envelope -> aliases.hear((ModelPromoted) envelope.fact()));
    } catch (MalformedEvent e) {
      LOG.errorf(
          "%s-%d@%d: %s", record.topic(), record.partition(), record.offset(), e.getMessage());
    }
  }

  private boolean rest() {
    long end = System.nanoTime() + delay * 1_000_000;
    delay = Math.min(2 * delay, LONGEST_DELAY_MILLIS);
    try {
      while (!closed && System.nanoTime() < end) Thread.sleep(100);
      return !closed;
    } catch (InterruptedException e) {
      return false;
    }
  }
}
