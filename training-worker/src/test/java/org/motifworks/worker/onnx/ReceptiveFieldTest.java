package org.motifworks.worker.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motifworks.contracts.model.ModelFiles;
import org.motifworks.core.architecture.Architecture;
import org.motifworks.core.architecture.Initialisation;
import org.motifworks.core.architecture.MotifLayer;
import org.motifworks.worker.TinyData;
import org.motifworks.worker.check.GraphSession;
import org.motifworks.worker.network.InitialWeights;
import org.motifworks.worker.network.NetworkWeights;
import org.motifworks.worker.network.ParameterPlan;

/**
 * Which nucleotides a feature map's position depends on, found by changing them one by one: exactly
 * those that {@link MotifLayer} says. Softplus hides no change as ReLU would.
 */
class ReceptiveFieldTest {
  private static final int WINDOW = 40;
  private static final long SEED = 5;

  @ParameterizedTest
  @CsvSource({"5,3,3,1,1", "4,2,6,1,1", "19,5,5,1,1", "3,4,2,3,1", "6,5,4,2,1", "4,3,6,1,3"})
  void positions_dependOnTheirWindow_andNothingElse(
      int first, int second, int third, int dilation, int stride) throws Exception {
    Architecture architecture = Architecture.fromJson(json(first, second, third, dilation, stride));
    NetworkWeights weights =
        InitialWeights.draw(
            ParameterPlan.of(architecture, WINDOW, 2), Initialisation.HE_NORMAL, SEED);
    FoldedNetwork folded = FoldedNetwork.of(architecture, WINDOW, 2, weights, 1e-8);
    byte[] graph = new ModelGraphs(folded, Map.of()).filters();
    List<MotifLayer> layers = MotifLayer.of(architecture, WINDOW);
    assertThat(layers).extracting(MotifLayer::number).containsExactly(1, 2, 3);
    byte[] tokens = tokensAndTheirNeighbours();
    try (GraphSession session = new GraphSession(graph, 1)) {
      for (MotifLayer layer : layers) {
        float[] maps = session.run(tokens, null, ModelFiles.activations(layer.number()));
        for (int p = 0; p < layer.length(); p++) {
          int start = p * layer.stride() - layer.leftPad();
          int end = Math.min(start + layer.receptiveField(), WINDOW);
          TreeSet<Integer> changed = changed(maps, layer, p);
          // the taps of a dilated filter leave gaps, the window's ends they reach
          if (dilation == 1) assertThat(changed).hasSize(end - Math.max(0, start));
          if (start >= 0) assertThat(changed.first()).isEqualTo(start);
          if (end < WINDOW) assertThat(changed.last()).isEqualTo(end - 1);
          assertThat(changed).allMatch(at -> at >= start && at < end);
        }
      }
    }
  }

  private static String json(int first, int second, int third, int dilation, int stride) {
    return """
        {"convolutions": [
          {"filters": 4, "size": %d, "dilation": %d, "activation": "softplus"},
          {"filters": 4, "size": %d, "activation": "softplus"},
          {"filters": 4, "size": %d, "stride": %d, "activation": "softplus", "pool": {"size": 4}}]}
        """
        .formatted(first, dilation, second, third, stride);
  }

  /** Row 0 is a sequence, row i + 1 the same with another letter at i. */
  private static byte[] tokensAndTheirNeighbours() {
    byte[] one = TinyData.tokens(WINDOW, new SplittableRandom(SEED));
    byte[] all = new byte[(WINDOW + 1) * WINDOW];
    for (int row = 0; row <= WINDOW; row++) {
      System.arraycopy(one, 0, all, row * WINDOW, WINDOW);
      if (row > 0) all[row * WINDOW + row - 1] = (byte) ((one[row - 1] + 1) % 4);
    }
    return all;
  }

  private static TreeSet<Integer> changed(float[] maps, MotifLayer layer, int position) {
    TreeSet<Integer> changed = new TreeSet<>();
    float[] before = column(maps, layer, position, 0);
    for (int at = 0; at < WINDOW; at++) {
      if (!Arrays.equals(before, column(maps, layer, position, at + 1))) changed.add(at);
    }
    return changed;
  }

  private static float[] column(float[] maps, MotifLayer layer, int position, int row) {
    float[] column = new float[layer.filters()];
    for (int f = 0; f < column.length; f++) {
      column[f] = maps[(row * layer.filters() + f) * layer.length() + position];
    }
    return column;
  }
}
