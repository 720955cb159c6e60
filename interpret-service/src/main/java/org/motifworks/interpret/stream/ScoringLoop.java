package org.motifworks.interpret.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;
import org.motifworks.contracts.scoring.SequenceScores;
import org.motifworks.kit.event.KafkaSettings;
import org.motifworks.kit.event.Topics;
import org.motifworks.kit.health.Loop;
import org.motifworks.kit.trace.TraceParent;

/**
 * Reads a batch, scores it, and writes the outcomes and the place reached in one transaction: a
 * reader that reads only what is committed sees each record's outcome exactly once, whoever dies
 * when. An outcome has its record's key (without one, the sequence's id), so that order is kept
 * within a key.
 *
 * <p>After any failure the clients are made anew and start from what is committed. A replica that
 * was taken for dead cannot commit: the group's generation, sent along, fences it off (KIP-447).
 */
final class ScoringLoop {
  private static final Logger LOG = Logger.getLogger(ScoringLoop.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final int AT_ONCE = 2000;
  private static final int LARGEST_VALUE = 1_000_000; // Kafka's default limit, less headers
  private static final long LONGEST_DELAY_MILLIS = 30_000;

  private final KafkaSettings kafka;
  private final String transactionalId;
  private final ScoringTopics topics;
  private final RecordScorer scorer;
  private final ScoringMeters meters;
  private KafkaProducer<String, byte[]> producer;
  private Loop loop;
  private boolean wrote;
  private long delay = POLL.toMillis();
  private volatile boolean closed;
  private volatile KafkaConsumer<String, byte[]> consuming;

  /**
   * @param transactionalId of this replica and of no other
   */
  ScoringLoop(
      KafkaSettings kafka,
      String transactionalId,
      ScoringTopics topics,
      RecordScorer scorer,
      ScoringMeters meters) {
    this.kafka = kafka;
    this.transactionalId = transactionalId;
    this.topics = topics;
    this.scorer = scorer;
    this.meters = meters;
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
        Topics.ensure(kafka, topics.specs());
        consume();
      } catch (RuntimeException e) {
        if (closed) return;
        LOG.warnf("scoring starts again in %d ms: %s", delay, e.toString());
      }
      Thread.interrupted(); // a client sets it again when it was interrupted
      if (!rest(delay)) return;
      delay = Math.min(delay * 2, LONGEST_DELAY_MILLIS);
    }
  }

  /** Ends the loop after the batch under way. */
  void close() {
    closed = true;
    KafkaConsumer<String, byte[]> consumer = consuming;
    if (consumer != null) consumer.wakeup();
  }

  private void consume() {
    // A transaction that a failure left open is ended first: until then nobody learns the place.
    if (wrote) openProducer();
    try (var consumer =
        new KafkaConsumer<>(
            consumerSettings(), new StringDeserializer(), new ByteArrayDeserializer())) {
      consuming = consumer;
      try {
        consume(consumer);
      } catch (RuntimeException e) {
        Thread.interrupted(); // so that the consumer can leave its group properly
        throw e;
      }
    } catch (WakeupException e) {
      if (!closed) throw e;
    } finally {
      consuming = null;
      // Not waiting for what is under way: it must not be committed any more.
      if (producer != null) producer.close(Duration.ZERO);
      producer = null;
    }
  }

  private void consume(KafkaConsumer<String, byte[]> consumer) {
    consumer.subscribe(List.of(topics.sequences()));
    while (!closed) {
      loop.turned();
      ConsumerRecords<String, byte[]> polled = consumer.poll(POLL);
      if (polled.isEmpty()) continue;
      List<ConsumerRecord<String, byte[]>> records = new ArrayList<>(polled.count());
      polled.forEach(records::add);
      long begun = System.nanoTime();
      List<SequenceScores> outcomes = scorer.score(records);
      if (producer == null) openProducer();
      commit(consumer, records, outcomes);
      meters.committed(outcomes, Duration.ofNanos(System.nanoTime() - begun));
      delay = POLL.toMillis();
    }
  }

  private void openProducer() {
    wrote = true;
    var opened =
        new KafkaProducer<>(
            kafka.transactionalProducer(transactionalId),
            new StringSerializer(),
            new ByteArraySerializer());
    try {
      opened.initTransactions();
      producer = opened;
    } catch (RuntimeException e) {
      opened.close(Duration.ZERO);
      throw e;
    }
  }

  private void commit(
      KafkaConsumer<String, byte[]> consumer,
      List<ConsumerRecord<String, byte[]>> records,
      List<SequenceScores> outcomes) {
    Map<TopicPartition, OffsetAndMetadata> reached = new HashMap<>();
    producer.beginTransaction();
    for (int i = 0; i < outcomes.size(); i++) {
      ConsumerRecord<String, byte[]> record = records.get(i);
      SequenceScores outcome = outcomes.get(i);
      String key = record.key() != null ? record.key() : outcome.id().orElse(null);
      producer.send(
          new ProducerRecord<>(topics.scores(), null, key, value(outcome), traceOf(record)));
      outcome
          .error()
          .filter(error -> error.code().equals(RecordScorer.UNREADABLE))
          .ifPresent(error -> producer.send(deadLetter(record, error.detail())));
      reached.put(
          new TopicPartition(record.topic(), record.partition()),
          new OffsetAndMetadata(record.offset() + 1));
    }
    producer.sendOffsetsToTransaction(reached, consumer.groupMetadata());
    producer.commitTransaction(); // throws what any of the sends ended in
  }

  /** The sender's trace goes on with whoever reads the scores; scoring is no step of it. */
  private static List<Header> traceOf(ConsumerRecord<String, byte[]> record) {
    Header trace = record.headers().lastHeader(TraceParent.HEADER);
    return trace == null ? List.of() : List.of(trace);
  }

  /** A batch of a model with many classes may not fit into one record. */
  private static byte[] value(SequenceScores outcome) {
    byte[] json = outcome.toJson();
    if (json.length <= LARGEST_VALUE) return json;
    String detail =
        "The scores take %d bytes, a record holds %d at most: send fewer sequences in a record."
            .formatted(json.length, LARGEST_VALUE);
    return outcome.insteadOfScores(new SequenceScores.Failure("scores.too-large", detail)).toJson();
  }

  private ProducerRecord<String, byte[]> deadLetter(
      ConsumerRecord<String, byte[]> record, String reason) {
    ProducerRecord<String, byte[]> letter =
        new ProducerRecord<>(
            Topics.DEAD_LETTERS, null, record.key(), record.value(), record.headers());
    String from = record.topic() + "-" + record.partition() + "@" + record.offset();
    Map.of(
            "dead_letter_reason", reason,
            "dead_letter_from", from,
            "dead_letter_consumer", topics.group())
        .forEach((name, text) -> letter.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    return letter;
  }

  private Map<String, Object> consumerSettings() {
    Map<String, Object> settings = new HashMap<>(kafka.consumer(topics.group()));
    settings.put("max.poll.records", AT_ONCE);
    return settings;
  }

  private boolean rest(long millis) {
    long end = System.nanoTime() + millis * 1_000_000;
    try {
      while (!closed && System.nanoTime() < end) Thread.sleep(Math.min(millis, 100));
    } catch (InterruptedException e) {
      return !closed;
    }
    return !closed;
  }
}
