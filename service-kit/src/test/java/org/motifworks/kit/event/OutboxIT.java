package org.motifworks.kit.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.motifworks.contracts.event.FactEnvelope;
import org.motifworks.contracts.event.RunCancelled;
import org.motifworks.contracts.event.RunFailed;
import org.motifworks.contracts.event.Topic;
import org.motifworks.kit.Servers;
import org.motifworks.kit.id.Ids;

@QuarkusTest
@WithTestResource(Servers.class)
class OutboxIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject Outbox outbox;
  @Inject OutboxRelay relay;
  @Inject Inbox inbox;
  @Inject DataSource dataSource;
  @Inject KafkaSettings kafka;

  @Test
  void facts_reachKafka_inOrder_asCloudEvents() {
    String run = Ids.next();
    List<String> ids = new ArrayList<>();
    for (int version = 1; version <= 50; version++) {
      int now = version;
      ids.add(
          QuarkusTransaction.requiringNew()
              .call(() -> outbox.append(new RunCancelled(run, now, "test"))));
    }
    List<ConsumerRecord<String, byte[]>> records = read(Topic.RUNS.topicName(), run, 50);
    assertThat(records).extracting(r -> header(r, "ce_id")).isEqualTo(ids);
    ConsumerRecord<String, byte[]> first = records.get(0);
    assertThat(header(first, "ce_type")).isEqualTo("motifworks.run.cancelled.v1");
    assertThat(header(first, "ce_source")).isEqualTo("/kit-test");
    assertThat(header(first, "ce_specversion")).isEqualTo("1.0");
    assertThat(header(first, "ce_subject")).isEqualTo(run);
    assertThat(header(first, "content-type")).isEqualTo("application/json");
    assertThat(FactReader.read(first).orElseThrow().fact())
        .isEqualTo(new RunCancelled(run, 1, "test"));
  }

  @Test
  void fact_ofRolledBackTransaction_isNeverTold() {
    String run = Ids.next();
    QuarkusTransaction.begin();
    outbox.append(new RunCancelled(run, 1, "rolled back"));
    QuarkusTransaction.rollback();
    outbox.append(new RunCancelled(run, 2, "told"));
    assertThat(read(Topic.RUNS.topicName(), run, 1))
        .extracting(r -> FactReader.read(r).orElseThrow().fact().version())
        .containsExactly(2L);
  }

  @Test
  void twoRelays_oneWorks_andTheOtherTakesOver() {
    await().atMost(PATIENCE).until(relay::isRelaying);
    OutboxRelay second = new OutboxRelay(dataSource, outbox, kafka);
    second.start();
    await().during(Duration.ofSeconds(2)).atMost(PATIENCE).until(() -> !second.isRelaying());
    second.close();
    assertThat(relay.isRelaying()).isTrue();
  }

  @Test
  void inbox_knowsAFact_perConsumer_onceCommitted() {
    String id = Ids.next();
    QuarkusTransaction.begin();
    assertThat(inbox.firstTime("a", "/trainer", id)).isTrue();
    QuarkusTransaction.rollback();
    assertThat(inbox.firstTime("a", "/trainer", id)).isTrue();
    assertThat(inbox.firstTime("a", "/trainer", id)).isFalse();
    assertThat(inbox.firstTime("b", "/trainer", id)).isTrue();
    assertThat(inbox.firstTime("a", "/other", id)).isTrue();
    assertThat(inbox.forgetOlderThan(Duration.ofDays(30))).isZero();
  }

  @Test
  void consumer_triesAgainUntilHandled_andDeadLettersOnlyTheMalformed() throws Exception {
    String run = Ids.next();
    List<FactEnvelope> heard = new CopyOnWriteArrayList<>();
    AtomicInteger failures = new AtomicInteger();
    try (FactConsumer consumer =
        new FactConsumer(
            kafka,
            "test-" + run,
            List.of(Topic.RUNS),
            envelope -> {
              if (!envelope.fact().subject().equals(run)) return;
              if (failures.getAndIncrement() < 2) throw new IllegalStateException("not yet");
              heard.add(envelope);
            })) {
      outbox.append(new RunFailed(run, 1, "training.diverged", "loss is NaN", 1));
      await().atMost(PATIENCE).until(relay::isRelaying);
      sendMalformed(run);
      consumer.start();
      outbox.append(new RunFailed(run, 2, "training.diverged", "loss is NaN", 2));
      await().atMost(PATIENCE).until(() -> heard.size() >= 2);
    }
    assertThat(heard).extracting(e -> e.fact().version()).contains(1L, 2L);
    ConsumerRecord<String, byte[]> letter = read(Topics.DEAD_LETTERS, run, 1).get(0);
    assertThat(letter.value()).isEqualTo("{broken".getBytes(StandardCharsets.UTF_8));
    assertThat(header(letter, "dead_letter_reason")).contains("{broken");
    assertThat(header(letter, "dead_letter_consumer")).isEqualTo("test-" + run);
  }

  @Test
  void record_withoutHeaders_isMalformed() {
    ConsumerRecord<String, byte[]> record = new ConsumerRecord<>("t", 0, 0, "k", new byte[0]);
    assertThatThrownBy(() -> FactReader.read(record))
        .isInstanceOf(MalformedEvent.class)
        .hasMessageContaining("ce_type");
  }

  private void sendMalformed(String run) throws Exception {
    try (var producer =
        new KafkaProducer<>(kafka.producer(), new StringSerializer(), new ByteArraySerializer())) {
      byte[] broken = "{broken".getBytes(StandardCharsets.UTF_8);
      ProducerRecord<String, byte[]> record =
          new ProducerRecord<>(Topic.RUNS.topicName(), run, broken);
      Map.of(
              "ce_id", Ids.next(),
              "ce_source", "/test",
              "ce_type", "motifworks.run.failed.v1",
              "ce_time", "2026-01-01T00:00:00Z")
          .forEach(
              (name, value) ->
                  record
                      .headers()
                      .add(new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8))));
      producer.send(record).get(30, TimeUnit.SECONDS);
    }
  }

  private List<ConsumerRecord<String, byte[]>> read(String topic, String key, int count) {
    List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
    await().atMost(PATIENCE).until(relay::isRelaying); // the topics exist from then on
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(topic, p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (found.size() < count && System.nanoTime() < end) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          if (key.equals(record.key())) found.add(record);
        }
      }
    }
    assertThat(found).hasSize(count);
    return found;
  }

  private static String header(ConsumerRecord<?, ?> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
