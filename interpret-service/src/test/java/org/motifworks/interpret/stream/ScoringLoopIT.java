package org.motifworks.interpret.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motifworks.contracts.json.Json;
import org.motifworks.contracts.scoring.SequenceScores;
import org.motifworks.core.sequence.DnaAlphabet;
import org.motifworks.embedded.Infrastructure;
import org.motifworks.embedded.WholeTopic;
import org.motifworks.interpret.TinyArtifacts;
import org.motifworks.interpret.model.DeviceChoice;
import org.motifworks.interpret.model.ModelCache;
import org.motifworks.interpret.model.ModelLease;
import org.motifworks.interpret.model.OnnxRuntime;
import org.motifworks.interpret.model.TokenBatch;
import org.motifworks.interpret.registry.TrainedModel;
import org.motifworks.kit.event.KafkaSettings;
import org.motifworks.kit.event.Topics;
import org.motifworks.kit.health.Loop;
import org.motifworks.kit.problem.Problem;

/** The loop on a real broker, without the rest of the service. */
class ScoringLoopIT {
  private static final String SEQUENCE = "ACGTTGCATC".repeat(10);
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir static Path folder;
  private static TinyArtifacts tiny;
  private static ModelCache cache;
  private static KafkaSettings kafka;

  @BeforeAll
  static void start() {
    tiny = TinyArtifacts.in(folder);
    cache = ModelCache.of(tiny.store(), OnnxRuntime.start(DeviceChoice.CPU, 0), 1 << 20);
    kafka = new KafkaSettings(Infrastructure.bootstrapServers(), "scoring-test");
  }

  @AfterAll
  static void stop() throws InterruptedException {
    cache.drain(Duration.ofSeconds(10));
  }

  @Test
  void records_areScoredOrToldAsErrors_andUnreadableOnesGoToTheDeadLetters() throws Exception {
    ScoringTopics topics = topics("once");
    send(
        topics,
        List.of(
            record("a", "{\"id\":\"a1\",\"sequence\":\"" + SEQUENCE + "\"}"),
            record("a", "{\"id\":\"a2\",\"sequence\":\"ACGT\"}"),
            record("a", "{\"id\":\"a3\",\"model\":\"gone\",\"sequence\":\"" + SEQUENCE + "\"}"),
            record("a", "no json at all: " + topics.group()),
            record("a", "{\"id\":\"a5\",\"model\":\"tf@best\",\"sequence\":\"" + SEQUENCE + "\"}"),
            record(
                "a",
                "{\"sequences\":[{\"id\":\"b1\",\"sequence\":\"ACGT\"},"
                    + "{\"id\":\"b2\",\"sequence\":\""
                    + SEQUENCE
                    + "\"}]}"),
            record("a", batch(9_000))));
    List<ConsumerRecord<String, byte[]>> found;
    try (Replica replica = new Replica(topics, ScoringLoopIT::models)) {
      found = awaitScores(topics, 7);
    }
    List<SequenceScores> scores = found.stream().map(ScoringLoopIT::parsed).toList();
    assertThat(found).extracting(ConsumerRecord::key).containsOnly("a");
    assertThat(scores)
        .extracting(each -> each.input().offset())
        .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L);
    try (ModelLease lease = cache.acquire(tiny.model())) {
      float expected =
          lease.session().predict(TokenBatch.of(DnaAlphabet.tokenise(SEQUENCE))).probability(0, 0);
      assertThat(scores.get(0).scores().orElseThrow().get(lease.description().classes().get(0)))
          .isCloseTo(expected, within(1e-6f));
    }
    assertThat(scores.get(0).model()).contains("tiny");
    assertThat(scores.get(1).error().orElseThrow().code()).isEqualTo("sequence.wrong-length");
    assertThat(scores.get(1).model()).contains("tiny");
    assertThat(scores.get(2).reference()).contains("gone");
    assertThat(scores.get(3).reference()).isEmpty();
    assertThat(scores.get(4).reference()).contains("tf@best");
    assertThat(scores.get(2).error().orElseThrow().code()).isEqualTo("model.unknown");
    assertThat(scores.get(3).error().orElseThrow().code()).isEqualTo("record.unreadable");
    assertThat(scores.get(4).generation()).contains(3L);
    assertThat(scores.get(4).scores()).isEqualTo(scores.get(0).scores());
    List<SequenceScores.Result> results = scores.get(5).results().orElseThrow();
    assertThat(results).extracting(SequenceScores.Result::id).containsExactly("b1", "b2");
    assertThat(results.get(0).error().orElseThrow().code()).isEqualTo("sequence.wrong-length");
    List<String> classes = scores.get(5).classes().orElseThrow();
    for (int i = 0; i < classes.size(); i++) {
      assertThat(results.get(1).scores().orElseThrow()[i])
          .isEqualTo(scores.get(0).scores().orElseThrow().get(classes.get(i)));
    }
    assertThat(scores.get(6).error().orElseThrow().code()).isEqualTo("scores.too-large");
    assertThat(scores.get(6).model()).contains("tiny");
    assertThat(scores.get(6).results()).isEmpty();
    assertThat(WholeTopic.read(Topics.DEAD_LETTERS))
        .anyMatch(letter -> text(letter.value()).equals("no json at all: " + topics.group()));
  }

  /**
   * Seeds 11 and 12. Replicas come, go, and are interrupted between any two of their steps, also
   * inside a transaction; the trainer-service is away every now and then.
   */
  @Test
  void everyRecord_isScoredExactlyOnce_inOrderOfItsKey_whateverHappensToReplicas()
      throws Exception {
    int count = 3000;
    ScoringTopics topics = topics("chaos");
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      records.add(record("k" + i % 17, "{\"id\":\"" + i + "\",\"sequence\":\"" + SEQUENCE + "\"}"));
    }
    Random random = new Random(11);
    Random outages = new Random(12);
    Function<String, TrainedModel> shaky =
        name -> {
          if (outages.nextDouble() < 0.1) throw new UncheckedIOException(new IOException("away"));
          return models(name);
        };
    Replica first = new Replica(topics, shaky);
    Replica second = new Replica(topics, shaky);
    try {
      for (int part = 0; part < 10; part++) {
        int size = count / 10;
        send(topics, records.subList(part * size, (part + 1) * size));
        Thread.sleep(random.nextInt(250));
        if (part % 3 == 1) first.loop.interrupt();
        if (part == 4) {
          second.close();
          second = new Replica(topics, shaky);
        }
      }
      awaitScores(topics, count);
    } finally {
      first.close();
      second.close();
    }
    List<ConsumerRecord<String, byte[]>> found = WholeTopic.read(topics.scores());
    assertThat(found).hasSize(count);
    assertThat(found.stream().map(each -> parsed(each).input()).distinct()).hasSize(count);
    Map<String, Integer> last = new HashMap<>();
    for (ConsumerRecord<String, byte[]> each : found) {
      int number = Integer.parseInt(parsed(each).id().orElseThrow());
      assertThat(number).isGreaterThan(last.getOrDefault(each.key(), -1));
      last.put(each.key(), number);
    }
  }

  @Test
  void batchThatHangs_isTrouble_andEmptyPollsAreNone() throws InterruptedException {
    ScoringTopics topics = topics("hangs");
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answered = new CountDownLatch(1);
    Function<String, TrainedModel> hanging =
        name -> {
          asked.countDown();
          try {
            answered.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return models(name);
        };
    try (Replica replica = new Replica(topics, hanging, Duration.ofSeconds(8))) {
      Thread.sleep(10_000);
      assertThat(replica.loop.trouble()).isEmpty();
      send(topics, List.of(record("k", "{\"id\":\"a\",\"sequence\":\"ACGT\"}")));
      asked.await();
      await()
          .atMost(Duration.ofSeconds(40))
          .untilAsserted(() -> assertThat(replica.loop.trouble()).isPresent());
      answered.countDown();
      await().untilAsserted(() -> assertThat(replica.loop.trouble()).isEmpty());
    }
  }

  /** A replica of the service, as far as it scores. */
  private static final class Replica implements AutoCloseable {
    private final ScoringLoop scoring;
    private final Loop loop;

    Replica(ScoringTopics topics, Function<String, TrainedModel> models) {
      this(topics, models, Duration.ofMinutes(1));
    }

    Replica(ScoringTopics topics, Function<String, TrainedModel> models, Duration longestTurn) {
      scoring =
          new ScoringLoop(
              kafka,
              "test-" + System.nanoTime(),
              topics,
              new RecordScorer(
                  models, cache, Optional.of("tiny"), (model, lease) -> lease.session()::predict),
              new ScoringMeters(new SimpleMeterRegistry()));
      loop = new Loop("replica", longestTurn, scoring::run);
      loop.start();
    }

    @Override
    public void close() throws InterruptedException {
      scoring.close();
      assertThat(loop.join(Duration.ofSeconds(30))).isTrue();
    }
  }

  private static TrainedModel models(String name) {
    if (name.equals("gone")) throw new Problem(404, "model.unknown", "No such model", "gone", "");
    Optional<TrainedModel.Named> named =
        name.contains("@")
            ? Optional.of(new TrainedModel.Named("tf", 1, Optional.of("best"), Optional.of(3L)))
            : Optional.empty();
    return new TrainedModel("tiny", tiny.model(), null, Optional.empty(), named);
  }

  private static ScoringTopics topics(String name) {
    String unique = "scoring-test-" + name + "-" + System.nanoTime();
    ScoringTopics topics =
        new ScoringTopics(
            unique, unique + "-scores", unique, Topics.Kept.during(Duration.ofDays(1)));
    Topics.ensure(kafka, topics.specs());
    return topics;
  }

  /** One whose results, errors all, are longer than the sequences. */
  private static String batch(int size) {
    StringBuilder json = new StringBuilder("{\"sequences\":[");
    for (int i = 0; i < size; i++) {
      json.append(i == 0 ? "" : ",")
          .append("{\"id\":\"")
          .append(i)
          .append("\",\"sequence\":\"A\"}");
    }
    return json.append("]}").toString();
  }

  private static ProducerRecord<String, byte[]> record(String key, String value) {
    return new ProducerRecord<>("", key, value.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(ScoringTopics topics, List<ProducerRecord<String, byte[]>> records) {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", Infrastructure.bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      for (ProducerRecord<String, byte[]> each : records) {
        producer.send(new ProducerRecord<>(topics.sequences(), each.key(), each.value()));
      }
    }
  }

  private static List<ConsumerRecord<String, byte[]>> awaitScores(ScoringTopics topics, int count) {
    List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(300))
        .until(
            () -> {
              found.clear();
              found.addAll(WholeTopic.read(topics.scores()));
              return found.size() >= count;
            });
    return found;
  }

  private static SequenceScores parsed(ConsumerRecord<String, byte[]> record) {
    try {
      return Json.mapper().readValue(record.value(), SequenceScores.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(byte[] value) {
    return new String(value, StandardCharsets.UTF_8);
  }
}
