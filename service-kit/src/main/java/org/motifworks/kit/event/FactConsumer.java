package org.motifworks.kit.event;

import io.opentelemetry.api.trace.SpanKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;
import org.motifworks.contracts.event.FactEnvelope;
import org.motifworks.contracts.event.Topic;
import org.motifworks.kit.health.Loop;
import org.motifworks.kit.trace.TraceParent;
import org.motifworks.kit.trace.Traced;

/**
 * Hears facts one by one, in order, and acknowledges each once it is handled.
 *
 * <p>A handler stores what it heard and returns soon; long work is a job. What it throws is tried
 * again for ever, since a fact is true whatever our troubles; only a {@link MalformedEvent}, and a
 * record that is no event, goes to {@link Topics#DEAD_LETTERS}. Facts of types unknown here are
 * skipped.
 */
public final class FactConsumer implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(FactConsumer.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final long LONGEST_DELAY_MILLIS = 30_000;

  /** A handler's transaction (60 s), Kafka's answers (60 s each, twice) and a rest, and as much. */
  private static final Duration LONGEST_TURN = Duration.ofMinutes(5);

  private final KafkaSettings kafka;
  private final String group;
  private final List<String> topics;
  private final Consumer<FactEnvelope> handler;
  private final Loop loop;
  private final CountDownLatch closing = new CountDownLatch(1);
  private long outageDelay = POLL.toMillis();
  private volatile boolean closed;
  private volatile KafkaConsumer<String, byte[]> consuming;

  /**
   * @param group who hears: replicas of one service share it, and with it the work
   * @param handler makes its own transaction and asks the {@link Inbox} first
   */
  public FactConsumer(
      KafkaSettings kafka, String group, List<Topic> topics, Consumer<FactEnvelope> handler) {
    this.kafka = kafka;
    this.group = group;
    this.topics = topics.stream().map(Topic::topicName).toList();
    this.handler = handler;
    this.loop = new Loop("facts-" + group, LONGEST_TURN, turning -> run());
  }

  public void start() {
    loop.start();
  }

  /** Whether it still listens. */
  public Loop loop() {
    return loop;
  }

  /** Ends after the fact under way, 20 s at most. */
  @Override
  public void close() {
    closed = true;
    loop.closing();
    closing.countDown();
    // Not an interrupt: the consumer is to leave its group properly.
    KafkaConsumer<String, byte[]> consumer = consuming;
    if (consumer != null) consumer.wakeup();
    try {
      loop.join(Duration.ofSeconds(20));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!closed) {
      loop.turned();
      try {
        Topics.ensure(kafka, Topics.ofFacts());
        consume();
      } catch (RuntimeException e) {
        if (closed) return;
        LOG.warnf("%s hears nothing, again in %d ms: %s", group, outageDelay, e.getMessage());
        if (!rest(outageDelay)) return;
        outageDelay = Math.min(outageDelay * 2, LONGEST_DELAY_MILLIS);
      }
    }
  }

  private void consume() {
    try (var consumer =
        new KafkaConsumer<>(
            kafka.consumer(group), new StringDeserializer(), new ByteArrayDeserializer())) {
      consuming = consumer;
      consumer.subscribe(topics);
      while (!closed) {
        loop.turned();
        ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
        // The group has answered: the outage before is over.
        if (!consumer.assignment().isEmpty()) outageDelay = POLL.toMillis();
        for (ConsumerRecord<String, byte[]> record : records) {
          if (closed) return;
          see(consumer, record);
        }
      }
    } catch (WakeupException e) {
      if (!closed) throw e;
    } finally {
      consuming = null;
    }
  }

  private void see(KafkaConsumer<String, byte[]> consumer, ConsumerRecord<String, byte[]> record) {
    long delay = POLL.toMillis();
    while (!closed) {
      loop.turned();
      try {
        handle(record);
        consumer.commitSync(
            Map.of(
                new TopicPartition(record.topic(), record.partition()),
                new OffsetAndMetadata(record.offset() + 1)));
        return;
      } catch (KafkaException e) {
        throw e;
      } catch (RuntimeException e) {
        LOG.warnf(e, "%s could not handle %s, again in %d ms", group, place(record), delay);
        restInGroup(consumer, delay);
        delay = Math.min(delay * 2, LONGEST_DELAY_MILLIS);
      }
    }
  }

  private void handle(ConsumerRecord<String, byte[]> record) {
    try {
      Optional<FactEnvelope> envelope = FactReader.read(record);
      envelope.ifPresent(heard -> handle(heard, TraceParent.of(record.headers())));
    } catch (MalformedEvent e) {
      LOG.errorf("%s: %s is no event: %s", group, place(record), e.getMessage());
      deadLetter(record, e);
    }
  }

  private void handle(FactEnvelope envelope, Optional<String> traceparent) {
    String type = envelope.type().cloudEventType();
    Traced.during(
        SpanKind.CONSUMER,
        group + " hears " + type,
        traceparent,
        Map.of("factId", envelope.id(), "factType", type, "factSubject", envelope.fact().subject()),
        () -> handler.accept(envelope));
  }

  private void deadLetter(ConsumerRecord<String, byte[]> record, MalformedEvent reason) {
    ProducerRecord<String, byte[]> letter =
        new ProducerRecord<>(
            Topics.DEAD_LETTERS, null, record.key(), record.value(), record.headers());
    Map.of(
            "dead_letter_reason", String.valueOf(reason.getMessage()),
            "dead_letter_from", place(record),
            "dead_letter_consumer", group)
        .forEach((name, text) -> letter.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    try (var producer =
        new KafkaProducer<>(kafka.producer(), new StringSerializer(), new ByteArraySerializer())) {
      producer.send(letter).get(40, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new KafkaException("a dead letter was not taken", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted", e);
    }
  }

  /** Waits without leaving the group: a paused poll brings nothing, but says that we live. */
  private void restInGroup(KafkaConsumer<String, byte[]> consumer, long millis) {
    Set<TopicPartition> assigned = Set.copyOf(consumer.assignment());
    consumer.pause(assigned);
    long end = System.nanoTime() + millis * 1_000_000;
    while (!closed && System.nanoTime() < end) {
      loop.turned();
      consumer.poll(POLL);
    }
    if (!consumer.assignment().equals(assigned)) {
      // What was polled may be another's by now; a new consumer starts from what is acknowledged.
      throw new KafkaException("the partitions were dealt anew");
    }
    consumer.resume(assigned);
  }

  private boolean rest(long millis) {
    try {
      return !closing.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return false;
    }
  }

  private static String place(ConsumerRecord<?, ?> record) {
    return record.topic() + "-" + record.partition() + "@" + record.offset();
  }
}
