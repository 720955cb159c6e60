package org.motifworks.worker.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.motifworks.core.architecture.Architecture;
import org.motifworks.core.architecture.ArchitecturePresets;
import org.motifworks.inference.InferencePool;
import org.motifworks.inference.LookUpGradient;
import org.motifworks.inference.LookUpPredictor;
import org.motifworks.worker.TinyData;
import org.motifworks.worker.check.GraphSession;

/** Exported graphs taken apart, against the same graphs run whole. */
class LookUpPathsTest {
  private static final int CLASSES = ModelGraphsTest.CLASSES;
  private static final int SEQUENCES = 70; // more than one part
  private static final long SEED = 5;
  private static final InferencePool POOL = new InferencePool(2);

  static Stream<String> networks() {
    return ModelGraphsTest.networks().filter(text -> !text.equals(ModelGraphsTest.DILATED));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void lookUps_equalTheWholeGraphs(String text) throws Exception {
    int window = window(text);
    ModelGraphs graphs = graphs(text);
    byte[] tokens = TinyData.tokens(SEQUENCES * window, new SplittableRandom(SEED));
    for (int i = 0; i < window; i++) { // one is a repeat, whose maxima are shared, one all N
      tokens[3 * window + i] = (byte) (i % 2);
      tokens[5 * window + i] = 4;
    }
    try (GraphSession whole = new GraphSession(graphs.predict(), 1);
        LookUpPredictor parts = LookUpPredictor.of(graphs.predict(), POOL).orElseThrow()) {
      LookUpPredictor.Scores found = parts.scores(tokens, SEQUENCES, CLASSES);
      compare(found.logits(), whole.run(tokens, null, "logits"));
      compare(found.probabilities(), whole.run(tokens, null, "probabilities"));
    }
    float[] weights = new float[SEQUENCES * CLASSES];
    for (int row = 0; row < SEQUENCES; row++) weights[row * CLASSES + row % CLASSES] = 1;
    for (GradientRule rule : GradientRule.values()) {
      byte[] graph = graphs.saliency(rule);
      boolean guided = rule == GradientRule.GUIDED;
      try (GraphSession whole = new GraphSession(graph, 1);
          LookUpGradient parts = LookUpGradient.of(graph, guided, POOL).orElseThrow()) {
        compare(parts.gradient(tokens, SEQUENCES, weights), whole.run(tokens, weights, "saliency"));
      }
    }
  }

  @Test
  void dilatedFirstLayer_isLeftToTheWholeGraph() throws Exception {
    ModelGraphs graphs = graphs(ModelGraphsTest.DILATED);
    assertThat(LookUpPredictor.of(graphs.predict(), POOL)).isEmpty();
    assertThat(LookUpGradient.of(graphs.saliency(GradientRule.PLAIN), false, POOL)).isEmpty();
  }

  @Test
  void whatIsNoPredictGraph_isDeclined() throws Exception {
    byte[] rubbish = "no graph".getBytes(StandardCharsets.UTF_8);
    assertThat(LookUpPredictor.of(rubbish, POOL)).isEmpty();
    assertThat(LookUpGradient.of(rubbish, true, POOL)).isEmpty();
    ModelGraphs graphs = graphs("cnn-25");
    assertThat(LookUpPredictor.of(graphs.filters(), POOL)).isEmpty();
    assertThat(LookUpGradient.of(graphs.predict(), true, POOL)).isEmpty();
  }

  @Test
  void nothing_scoresAsNothing() throws Exception {
    ModelGraphs graphs = graphs("cnn-25");
    try (LookUpPredictor parts = LookUpPredictor.of(graphs.predict(), POOL).orElseThrow()) {
      assertThat(parts.scores(new byte[0], 0, CLASSES).logits()).isEmpty();
    }
  }

  private static int window(String text) {
    return text.startsWith("{") ? 53 : 200;
  }

  private static ModelGraphs graphs(String text) {
    Architecture architecture =
        text.startsWith("{") ? Architecture.fromJson(text) : ArchitecturePresets.named(text);
    int window = window(text);
    return new ModelGraphs(
        FoldedNetwork.of(
            architecture, window, CLASSES, ModelGraphsTest.weights(architecture, window), 1e-8),
        Map.of());
  }

  private static void compare(float[] found, float[] wanted) {
    assertThat(found).hasSameSizeAs(wanted);
    for (int i = 0; i < found.length; i++) {
      double scale = Math.max(1, Math.abs(wanted[i]));
      assertThat((double) found[i]).isCloseTo(wanted[i], within(1e-5 * scale));
    }
  }
}
