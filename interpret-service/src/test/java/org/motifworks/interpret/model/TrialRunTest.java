package org.motifworks.interpret.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.contracts.interpretation.SaliencyRule;
import org.motifworks.interpret.HostileModels;
import org.motifworks.interpret.TinyArtifacts;

/** What is asked of a model that ships no sample. */
class TrialRunTest {
  private static final ModelOutline TWO = new ModelOutline(List.of("a", "b"), 10, Optional.empty());

  @TempDir Path folder;

  @Test
  void importedGraph_scoresAsTheModelItWasTakenFrom_andHasNoGradient() throws Exception {
    TinyArtifacts tiny = TinyArtifacts.in(folder);
    ArtifactRef outside = TinyArtifacts.imported(tiny.store(), "imports/x", tiny.model());
    ModelCache cache = cache(tiny);
    byte[] sequence = new byte[100];
    for (int i = 0; i < sequence.length; i++) sequence[i] = (byte) (i * 7 % 4);
    try (ModelLease first = cache.acquire(tiny.model());
        ModelLease second = cache.acquire(outside)) {
      assertThat(second.description().trained()).isEmpty();
      assertThat(second.session().saliencyRules()).isEmpty();
      float[] wanted = first.session().predict(TokenBatch.of(sequence)).probabilities();
      assertThat(second.session().predict(TokenBatch.of(sequence)).probabilities())
          .containsExactly(wanted, within(1e-5f));
    }
    assertThat(cache.drain(java.time.Duration.ofSeconds(10))).isTrue();
  }

  @Test
  void importedGraphThatGivesNoNumbers_isNotLoaded() throws Exception {
    TinyArtifacts tiny = TinyArtifacts.in(folder);
    ArtifactRef nan = HostileModels.in(tiny.store()).get("nan");
    ArtifactRef outside = TinyArtifacts.imported(tiny.store(), "imports/nan", nan);
    ModelCache cache = cache(tiny);
    assertThatThrownBy(() -> cache.acquire(outside))
        .isInstanceOf(InferenceException.class)
        .hasMessage("predict.onnx gives the logit NaN");
  }

  @Test
  void scoresThatDependOnTheRowsBeside_areRefused() {
    assertThatThrownBy(() -> TrialRun.of(scores(rows -> 0.1f * rows), TWO))
        .hasMessageContaining("alone and 0.4 beside others");
    TrialRun.of(scores(rows -> 0.1f), TWO);
  }

  @Test
  void probabilityAboveOne_isRefused() {
    assertThatThrownBy(() -> TrialRun.of(scores(rows -> 1.5f), TWO))
        .hasMessage("predict.onnx gives the probability 1.5");
  }

  private static ModelCache cache(TinyArtifacts tiny) {
    return ModelCache.of(tiny.store(), OnnxRuntime.start(DeviceChoice.CPU, 1), 64 << 20);
  }

  private interface Score {
    float of(int rowsAtOnce);
  }

  /** A session that gives every class of every row one probability. */
  private static InferenceSession scores(Score score) {
    return new InferenceSession() {
      @Override
      public Prediction predict(TokenBatch batch) {
        float[] all = new float[batch.rows() * TWO.classes().size()];
        java.util.Arrays.fill(all, score.of(batch.rows()));
        return new Prediction(TWO.classes().size(), all, all);
      }

      @Override
      public int layers() {
        return 0;
      }

      @Override
      public List<Activations> activations(TokenBatch batch) {
        return List.of();
      }

      @Override
      public Set<SaliencyRule> saliencyRules() {
        return Set.of();
      }

      @Override
      public float[] saliency(TokenBatch batch, int[] classes, SaliencyRule rule) {
        return new float[0];
      }

      @Override
      public long bytes() {
        return 0;
      }

      @Override
      public void close() {}
    };
  }
}
