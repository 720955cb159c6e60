package org.motifworks.interpret.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.contracts.event.ModelPromoted;
import org.motifworks.embedded.Infrastructure;
import org.motifworks.interpret.HostileModels;
import org.motifworks.interpret.TinyArtifacts;
import org.motifworks.interpret.model.DeviceChoice;
import org.motifworks.interpret.model.LoadLimits;
import org.motifworks.interpret.model.ModelCache;
import org.motifworks.interpret.model.OnnxRuntime;
import org.motifworks.kit.artifact.FolderArtifactStore;
import org.motifworks.kit.event.FactPublisher;
import org.motifworks.kit.event.KafkaSettings;
import org.motifworks.kit.event.Topics;
import org.motifworks.kit.health.Loop;
import org.motifworks.kit.problem.Problem;

/** Replicas that follow aliases, on a real broker and with real models. */
class AliasFollowerIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final LoadLimits LIMITS = new LoadLimits(Duration.ofSeconds(4), 4);

  @TempDir static Path folder;
  private static Map<String, ArtifactRef> models;
  private static ModelCache cache;
  private static KafkaSettings kafka;

  @BeforeAll
  static void start() {
    TinyArtifacts tiny = TinyArtifacts.in(folder);
    models = new HashMap<>(HostileModels.in(tiny.store()));
    models.put("first", tiny.model());
    models.put("second", TinyArtifacts.deepModel(tiny.store()));
    models.put("imported", TinyArtifacts.imported(tiny.store(), "imports/a", tiny.model()));
    models.put(
        "imported-nan", TinyArtifacts.imported(tiny.store(), "imports/b", models.get("nan")));
    models.put("corrupt", TinyArtifacts.model(tiny.store(), "models/corrupt/1", "predict.onnx"));
    models.put("cut-short", TinyArtifacts.changed(tiny.store(), "models/cut/1", Map.of()));
    // by a store of its own, since one that has verified an artifact does not do so again
    HostileModels.cutShort(
        new FolderArtifactStore(folder), models.get("cut-short"), "predict.onnx");
    OnnxRuntime runtime = OnnxRuntime.start(DeviceChoice.CPU, 0);
    cache = ModelCache.of(tiny.store(), runtime, 64 << 20, LIMITS);
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
      await().atMost(PATIENCE).until(() -> replica.aliases.failing().containsKey(name));
      assertThat(replica.served.find(name).orElseThrow().id()).isEqualTo("first");
      promote(name, 3, "second");
      replica.awaitServed(name, "second", 3);
      await().atMost(PATIENCE).until(() -> !replica.aliases.failing().containsKey(name));
    }
  }

  @Test
  void importedModel_takesOverAfterATrialRun_andGivesTheAliasBack() throws InterruptedException {
    String name = "tf-" + UUID.randomUUID() + "@champion";
    try (Replica replica = new Replica()) {
      promote(name, 1, "first");
      replica.awaitServed(name, "first", 1);
      promote(name, 2, "imported");
      replica.awaitServed(name, "imported", 2);
      promote(name, 3, "first");
      replica.awaitServed(name, "first", 3);
    }
  }

  /** Each of them has all its hashes right, but for the one whose file was cut short later. */
  @ParameterizedTest
  @CsvSource({
    "other-outputs, 'model.corrupt: predict.onnx gives the logit'",
    "nan, 'model.corrupt: predict.onnx gives the logit NaN'",
    "imported-nan, 'model.corrupt: predict.onnx gives the logit NaN'",
    "external-data, 'model.external-data: predict.onnx: '",
    "loop, 'model.operator-not-allowed: predict.onnx: node ''the-loop'' of operator ''Loop'''",
    "huge, 'model.too-large: predict.onnx: node'",
    "truncated, 'model.corrupt: predict.onnx: it is no whole ONNX graph'",
    "cut-short, 'artifact.corrupt'"
  })
  void hostileModel_neverTakesOver_andTheReasonIsTold(String hostile, String reason)
      throws InterruptedException {
    String name = "tf-" + UUID.randomUUID() + "@champion";
    try (Replica replica = new Replica()) {
      promote(name, 1, "first");
      replica.awaitServed(name, "first", 1);
      promote(name, 2, hostile);
      await().atMost(PATIENCE).until(() -> replica.aliases.failing().containsKey(name));
      assertThat(replica.aliases.failing().get(name)).startsWith(reason);
      assertThat(replica.served.find(name).orElseThrow().id()).isEqualTo("first");
    }
  }

  @Test
  void modelThatDoesNotLoadInTime_keepsNoOtherBehind_norTheReadinessOfAReplica()
      throws InterruptedException {
    String slow = "tf-" + UUID.randomUUID() + "@champion";
    String other = "tf-" + UUID.randomUUID() + "@champion";
    try (Replica replica = new Replica()) {
      promote(slow, 1, "first");
      replica.awaitServed(slow, "first", 1);
      promote(slow, 2, "slow");
      promote(other, 1, "second");
      replica.awaitServed(other, "second", 1);
      assertThat(replica.aliases.failing()).doesNotContainKey(slow); // still being loaded
      await().atMost(PATIENCE).until(() -> replica.aliases.failing().containsKey(slow));
      assertThat(replica.aliases.failing().get(slow)).startsWith("model.load-late");
      assertThat(replica.served.find(slow).orElseThrow().id()).isEqualTo("first");
      assertThat(cache.lateLoads().artifacts()).containsExactly("models/hostile/slow");
      try (Replica starting = new Replica()) {
        await().atMost(PATIENCE).until(starting.follower::caughtUp);
        assertThat(starting.served.find(other)).isPresent();
      }
      promote(slow, 3, "second");
      replica.awaitServed(slow, "second", 3);
    }
    await().atMost(Duration.ofMinutes(5)).until(() -> cache.lateLoads().artifacts().isEmpty());
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
      aliases.close();
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
