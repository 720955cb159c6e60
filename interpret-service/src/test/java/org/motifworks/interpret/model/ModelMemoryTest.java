package org.motifworks.interpret.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.contracts.interpretation.SaliencyRule;
import org.motifworks.interpret.TinyArtifacts;

/** Real models in a cache that has room for a few. */
class ModelMemoryTest {
  private static final int ROWS = 128;

  @TempDir Path folder;

  @Test
  void bytes_growWithUse_andCountTheTables() {
    TinyArtifacts tiny = TinyArtifacts.in(folder);
    ModelCache cache = cache(tiny, Long.MAX_VALUE);
    cache.acquire(tiny.model()).close();
    long loaded = cache.bytes();
    assertThat(loaded).isGreaterThan(400_000); // tables of 625 words for 20 nt and 32 filters
    try (ModelLease lease = cache.acquire(tiny.model())) {
      lease.session().saliency(batch(lease), new int[ROWS], SaliencyRule.GUIDED);
    }
    assertThat(cache.bytes()).isGreaterThan(loaded + 400_000); // has tables of its own
  }

  @Test
  void manyModels_stayUnderTheBound_andTheOneOfTheAliasStays() throws InterruptedException {
    TinyArtifacts tiny = TinyArtifacts.in(folder);
    List<ArtifactRef> models = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      byte[] note = ("model " + i).getBytes(StandardCharsets.UTF_8);
      models.add(
          TinyArtifacts.changed(
              tiny.store(), "models/note/" + i, Map.of("note.txt", before -> note)));
    }
    long one = bytesOfOne(tiny, models.get(0));
    ModelCache cache = cache(tiny, 3 * one + one / 2);
    cache.pin("tf@champion", models.get(0));
    InferenceSession champion;
    try (ModelLease lease = cache.acquire(models.get(0))) {
      champion = lease.session();
    }
    float[] expected = null;
    for (ArtifactRef model : models) {
      try (ModelLease lease = cache.acquire(model)) {
        float[] logits = lease.session().predict(batch(lease)).logits();
        if (expected == null) expected = logits;
        assertThat(logits).isEqualTo(expected);
      }
      assertThat(cache.bytes()).isLessThanOrEqualTo(3 * one + one / 2);
    }
    assertThat(cache.size()).isEqualTo(3);
    try (ModelLease lease = cache.acquire(models.get(0))) {
      assertThat(lease.session()).isSameAs(champion);
    }
    assertThat(cache.drain(Duration.ofSeconds(10))).isTrue();
    assertThat(cache.bytes()).isZero();
  }

  private static long bytesOfOne(TinyArtifacts tiny, ArtifactRef model) {
    ModelCache cache = cache(tiny, Long.MAX_VALUE);
    try (ModelLease lease = cache.acquire(model)) {
      lease.session().predict(batch(lease));
    }
    return cache.bytes();
  }

  private static ModelCache cache(TinyArtifacts tiny, long bytes) {
    // one thread: how many parts of a batch are computed at once is then no matter of luck
    return ModelCache.of(tiny.store(), OnnxRuntime.start(DeviceChoice.CPU, 1), bytes);
  }

  private static TokenBatch batch(ModelLease lease) {
    TokenBatch batch = new TokenBatch(ROWS, lease.description().window());
    byte[] sequence = new byte[lease.description().window()];
    for (int row = 0; row < ROWS; row++) {
      sequence[row % sequence.length] = (byte) (row % 4);
      batch.add(sequence);
    }
    return batch;
  }
}
