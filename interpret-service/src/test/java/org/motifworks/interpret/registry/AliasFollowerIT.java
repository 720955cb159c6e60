package org.motifworks.interpret.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.contracts.event.ModelPromoted;
import org.motifworks.embedded.Infrastructure;
import org.motifworks.interpret.TinyArtifacts;
import org.motifworks.interpret.model.DeviceChoice;
import org.motifworks.interpret.model.ModelCache;
import org.motifworks.interpret.model.OnnxRuntime;
import org.motifworks.kit.event.FactPublisher;
import org.motifworks.kit.event.KafkaSettings;
import org.motifworks.kit.event.Topics;
import org.motifworks.kit.health.Loop;
import org.motifworks.kit.problem.Problem;

/** Replicas that follow aliases, on a real broker and with real models. */
class AliasFollowerIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir static Path folder;
  private static Map<String, ArtifactRef> models;
  private static ModelCache cache;
  private static KafkaSettings kafka;

  @BeforeAll
  static void start() {
    TinyArtifacts tiny = TinyArtifacts.in(folder);
    models =
        Map.of(
            "first",
            tiny.model(),
            "second",
            TinyArtifacts.deepModel(tiny.store()),
            "corrupt",
            TinyArtifacts.model(tiny.store(), "models/corrupt/1", "predict.onnx"));
    cache = ModelCache.of(tiny.store(), OnnxRuntime.start(DeviceChoice.CPU, 0), 1 << 20);
    kafka = new KafkaSettings(Infrastructure.bootstrapServers(), "aliases-test");
    Topics.ensure(kafka, Topics.ofFacts());
  }

  @AfterAll
  static void stop() throws InterruptedException {
    cache.drain(Duration.ofSeconds(10));
  }

  @Test
  void promotion_takesOverOnceLoaded_andACorruptModelNever() throws InterruptedException {
    String name = "tf-" + UUID.randomUUID() + "@champion";
    try (Replica replica = new Replica()) {
      promote(name, 1, "first");
      replica.awaitServed(name, "first", 1);
      promote(name, 2, "corrupt");
      await().atMost(PATIENCE).until(() -> replica.aliases.failing().contains(name));
      assertThat(replica.served.find(name).orElseThrow().id()).isEqualTo("first");
      promote(name, 3, "second");
      replica.awaitServed(name, "second", 3);
      await().atMost(PATIENCE).until(() -> !replica.aliases.failing().contains(name));
    }
  }

  @Test
  void replicaThatStarts_isCaughtUpWhenItServesTheNewest_whateverCameBefore()
      throws InterruptedException {
    String name = "tf-" + UUID.randomUUID() + "@champion";
    promote(name, 1, "corrupt");
    promote(name, 2, "first");
    promote(name, 3, "second");
    promote(name, 2, "first"); // told twice
    try (Replica replica = new Replica()) {
      await().atMost(PATIENCE).until(replica.follower::caughtUp);
      TrainedModel served = replica.served.find(name).orElseThrow();
      assertThat(served.id()).isEqualTo("second");
      assertThat(served.ref()).isEqualTo(models.get("second"));
      assertThat(served.named().orElseThrow().generation()).contains(3L);
    }
  }

  /** A replica of the service, as far as it follows aliases. */
  private static final class Replica implements AutoCloseable {
    private final ServedAliases served = new ServedAliases();
    private final AliasSwitch aliases = new AliasSwitch(Replica::model, cache, served);
    private final AliasFollower follower = new AliasFollower(kafka, aliases);
    private final Loop loop = new Loop("replica", PATIENCE, follower::run);

    Replica() {
      loop.start();
    }

    void awaitServed(String name, String model, long generation) {
      await().atMost(PATIENCE).until(() -> served.find(name).isPresent() && at(name) == generation);
      assertThat(served.find(name).orElseThrow().id()).isEqualTo(model);
    }

    private long at(String name) {
      return served.find(name).orElseThrow().named().orElseThrow().generation().orElseThrow();
    }

    private static TrainedModel model(String id) {
      ArtifactRef ref = models.get(id);
      if (ref == null) throw new Problem(404, "model.unknown", "No such model", id, "");
      return new TrainedModel(id, ref, null, Optional.empty(), Optional.empty());
    }

    @Override
    public void close() throws InterruptedException {
      assertThat(loop.trouble()).isEmpty();
      follower.close();
      assertThat(loop.join(PATIENCE)).isTrue();
    }
  }

  private static void promote(String name, long generation, String model) {
    String[] parts = name.split("@", 2);
    try (FactPublisher trainer = new FactPublisher(kafka, "/trainer-service")) {
      trainer.publish(
          UUID.randomUUID().toString(),
          new ModelPromoted(
              name,
              generation,
              parts[0],
              parts[1],
              (int) generation,
              model,
              models.get(model),
              Optional.empty(),
              "eva",
              "better"));
    }
  }
}
