package org.motifworks.worker.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.motifworks.contracts.training.ComputeDevice;
import org.motifworks.core.architecture.Architecture;
import org.motifworks.core.architecture.ArchitecturePresets;
import org.motifworks.core.architecture.Initialisation;
import org.motifworks.core.architecture.TrainingPresets;
import org.motifworks.core.architecture.TrainingSettings;
import org.motifworks.core.npy.MappedByteMatrix;
import org.motifworks.core.npy.NpyWriter;
import org.motifworks.worker.TinyData;
import org.motifworks.worker.check.GraphSession;
import org.motifworks.worker.onnx.FoldedNetwork;
import org.motifworks.worker.onnx.GradientRule;
import org.motifworks.worker.onnx.ModelGraphs;

/** The exported gradient against LibTorch's own, where many positions share a maximum too. */
class AutogradTest {

  private static final long SEED = 17;
  private static final int WINDOW = 200;
  private static final int CLASSES = 3;
  private static final TrainingSettings SETTINGS = TrainingPresets.named("paper-code");

  @TempDir Path folder;

  /** Random sequences, then repeats of one, two and three letters, then nothing but N. */
  private static byte[][] sequences() {
    byte[][] sequences = new byte[7][];
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 3; i++) {
      sequences[i] = TinyData.tokens(WINDOW, random);
    }
    byte[][] units = {{0}, {1, 3}, {2, 0, 3}, {4}};
    for (int i = 0; i < units.length; i++) {
      sequences[3 + i] = new byte[WINDOW];
      for (int p = 0; p < WINDOW; p++) {
        sequences[3 + i][p] = units[i][p % units[i].length];
      }
    }
    return sequences;
  }

  /** Tensors as after training: batch norm far from its start. */
  private static NetworkWeights weights(List<Parameter> plan) {
    NetworkWeights start = InitialWeights.draw(plan, Initialisation.HE_NORMAL, SEED);
    SplittableRandom random = new SplittableRandom(SEED);
    Map<String, float[]> values = new LinkedHashMap<>();
    for (Parameter parameter : plan) {
      float[] value = start.values(parameter.name()).clone();
      if (parameter.role() != Parameter.Role.WEIGHT) {
        for (int i = 0; i < value.length; i++) {
          value[i] =
              (float)
                  (parameter.role() == Parameter.Role.SCALE
                          || parameter.role() == Parameter.Role.VARIANCE
                      ? 0.5 + random.nextDouble()
                      : random.nextDouble() - 0.5);
        }
      }
      values.put(parameter.name(), value);
    }
    return new NetworkWeights(plan, values);
  }

  @ParameterizedTest
  @MethodSource("org.motifworks.core.architecture.ArchitecturePresets#names")
  void exportedPlainGradient_isLibTorchsOwn_inRepeatsToo(String name) throws Exception {
    Architecture architecture = ArchitecturePresets.named(name);
    List<Parameter> plan = ParameterPlan.of(architecture, WINDOW, CLASSES);
    NetworkWeights weights = weights(plan);
    byte[][] sequences = sequences();
    float[] wanted = new float[sequences.length * CLASSES];
    for (int i = 0; i < sequences.length; i++) {
      wanted[i * CLASSES + i % CLASSES] = 1;
    }
    float[] autograd = autograd(architecture, plan, weights, sequences, wanted);
    byte[] graph =
        new ModelGraphs(
                FoldedNetwork.of(
                    architecture, WINDOW, CLASSES, weights, SETTINGS.batchNormEpsilon()),
                Map.of())
            .saliency(GradientRule.PLAIN);
    byte[] tokens = new byte[sequences.length * WINDOW];
    for (int i = 0; i < sequences.length; i++) {
      System.arraycopy(sequences[i], 0, tokens, i * WINDOW, WINDOW);
    }
    float[] exported;
    try (GraphSession session = new GraphSession(graph, 1)) {
      exported = session.run(tokens, wanted, "saliency");
    }
    for (int i = 0; i < sequences.length; i++) {
      int from = i * 4 * WINDOW;
      assertThat(Arrays.stream(slice(autograd, from)).anyMatch(v -> v != 0)).isTrue();
      for (int j = from; j < from + 4 * WINDOW; j++) {
        double scale = Math.max(1, Math.abs(autograd[j]));
        assertThat((double) exported[j])
            .as("sequence %d, channel and position %d", i, j - from)
            .isCloseTo(autograd[j], within(1e-5 * scale));
      }
    }
  }

  private static double[] slice(float[] values, int from) {
    return IntStream.range(from, from + 4 * WINDOW).mapToDouble(j -> values[j]).toArray();
  }

  /** Row-major {@code [sequences, 4, window]}, from the forward pass that training runs. */
  private float[] autograd(
      Architecture architecture,
      List<Parameter> plan,
      NetworkWeights weights,
      byte[][] sequences,
      float[] wanted)
      throws IOException {
    Path file = folder.resolve("sequences.npy");
    try (NpyWriter rows = NpyWriter.bytes(file, WINDOW)) {
      for (byte[] sequence : sequences) {
        rows.writeRow(sequence);
      }
    }
    EngineChoice engine = EngineChoice.start(ComputeDevice.CPU, 1);
    JniUtils.setGradMode(false);
    int[] order = IntStream.range(0, sequences.length).toArray();
    try (NDManager manager = engine.engine().newBaseManager(engine.device());
        MappedByteMatrix mapped = MappedByteMatrix.open(file)) {
      ParameterStore store = new ParameterStore(plan, manager);
      store.load(weights);
      Network network = new Network(architecture, SETTINGS, store);
      TokenSource source = new TokenSource(mapped, null);
      NDArray x =
          new BatchLoader(manager).oneHot(source, order, 0, order.length, new BitSet(), manager);
      x.setRequiresGradient(true);
      NDArray chosen = manager.create(wanted, new Shape(order.length, CLASSES));
      try (GradientCollector collector = engine.engine().newGradientCollector()) {
        collector.backward(network.logits(x, null).mul(chosen).sum());
      }
      return x.getGradient().reshape(order.length, 4, WINDOW).toFloatArray();
    }
  }
}
