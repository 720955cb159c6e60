package org.motifworks.worker.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.motifworks.core.architecture.Architecture;
import org.motifworks.core.architecture.ArchitecturePresets;
import org.motifworks.inference.check.CheckedGraph;
import org.motifworks.inference.check.GraphCheck;
import org.motifworks.inference.check.GraphLimits;
import org.motifworks.inference.check.GraphSignature;
import org.motifworks.worker.TinyData;
import org.motifworks.worker.check.GraphSession;

/** What the trainer exports is let through by the check that every reader makes. */
class GraphCheckOfExportsTest {
  private static final int CLASSES = ModelGraphsTest.CLASSES;
  private static final GraphCheck CHECK = new GraphCheck(GraphLimits.DEFAULT);

  static Stream<String> networks() {
    return ModelGraphsTest.networks();
  }

  @ParameterizedTest
  @MethodSource("networks")
  void exportedGraphs_pass_andRunTheSame(String text) throws Exception {
    boolean preset = !text.startsWith("{");
    int window = preset ? 200 : 53;
    Architecture architecture =
        preset ? ArchitecturePresets.named(text) : Architecture.fromJson(text);
    ModelGraphs graphs =
        new ModelGraphs(
            FoldedNetwork.of(
                architecture, window, CLASSES, ModelGraphsTest.weights(architecture, window), 1e-8),
            Map.of());
    CheckedGraph predict = CHECK.check(graphs.predict(), GraphSignature.predict(window, CLASSES));
    assertThat(predict.bytes()).isEqualTo(graphs.predict());
    CHECK.check(graphs.filters(), GraphSignature.filters(window));
    for (GradientRule rule : GradientRule.values()) {
      CHECK.check(graphs.saliency(rule), GraphSignature.saliency(window, CLASSES));
    }
    long weights = architecture.parameters(window, CLASSES);
    assertThat(predict.footprint().operations()).isGreaterThan(weights / 2);
    byte[] tokens = TinyData.tokens(window, new SplittableRandom(1));
    try (GraphSession session = new GraphSession(predict.bytes(), 1)) {
      assertThat(session.run(tokens, null, "logits")).hasSize(CLASSES);
    }
  }
}
