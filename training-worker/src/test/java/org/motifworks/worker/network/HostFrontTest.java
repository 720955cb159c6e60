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
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.motifworks.contracts.training.ComputeDevice;
import org.motifworks.core.architecture.Architecture;
import org.motifworks.core.architecture.ArchitecturePresets;
import org.motifworks.core.architecture.Initialisation;
import org.motifworks.core.architecture.TrainingPresets;
import org.motifworks.core.architecture.TrainingSettings;
import org.motifworks.core.npy.MappedByteMatrix;
import org.motifworks.core.npy.NpyWriter;
import org.motifworks.worker.network.Parameter.Role;

/** The blocks computed beside the engine against its own convolution, batch norm and pool. */
class HostFrontTest {

  private static final long SEED = 23;
  private static final int WINDOW = 200;
  private static final int CLASSES = 3;
  private static final int SEQUENCES = 6;
  private static final TrainingSettings SETTINGS = TrainingPresets.named("paper-code");

  @TempDir static Path folder;

  static Stream<Architecture> architectures() throws IOException {
    List<Architecture> all = new ArrayList<>();
    for (String name :
        List.of(
            "cnn-1", "cnn-2", "cnn-2-1", "cnn-25", "cnn-50-2", "cnn-100", "cnn-25-60", "cnn9-4")) {
      all.add(ArchitecturePresets.named(name));
    }
    for (String block :
        List.of(
            "\"size\": 8, \"dilation\": 3, \"pool\": {\"size\": 7}, \"activation\": \"exponential\"",
            "\"size\": 6, \"batchNorm\": false, \"pool\": {\"size\": 9, \"stride\": 4}",
            "\"size\": 1, \"pool\": {\"size\": 3, \"stride\": 1}")) {
      String json = "{\"name\": \"odd\", \"convolutions\": [{\"filters\": 13, " + block + "}]}";
      all.add(Architecture.fromJson(json));
    }
    all.addAll(withTwoBlocks());
    return all.stream();
  }

  /** Second blocks that are computed beside the engine too, of every kind. */
  private static List<Architecture> withTwoBlocks() {
    List<Architecture> all = new ArrayList<>();
    for (String blocks :
        List.of(
            "\"activation\": \"softplus\"}, {\"filters\": 48, \"size\": 4, \"pool\": {\"size\": 9}",
            "\"activation\": \"exponential\", \"batchNorm\": false, \"dropout\": 0}, "
                + "{\"filters\": 48, \"size\": 3, \"pool\": {\"size\": 20, \"stride\": 10}",
            "\"dropout\": 0.1}, {\"filters\": 32, \"size\": 8, \"batchNorm\": false, "
                + "\"pool\": {\"size\": 50}")) {
      String json =
          "{\"name\": \"two\", \"convolutions\": [{\"filters\": 13, \"size\": 11, \"pool\": {\"size\":"
              + " 4}, "
              + blocks
              + "}]}";
      all.add(Architecture.fromJson(json));
    }
    return all;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"cnn-2", "cnn-4", "cnn-25", "cnn-100", "cnn9-4", "cnn-50-2", "cnn-2-1", "cnn-1"})
  void presets_haveBothBlocksBesideTheEngine(String preset) throws Exception {
    try (Fixture fixture = new Fixture(ArchitecturePresets.named(preset))) {
      assertThat(fixture.front.blocks()).isEqualTo(2);
    }
  }

  /** Every tensor's gradient after one backward pass; running statistics as they then are. */
  @ParameterizedTest
  @MethodSource("architectures")
  void gradientsAndStatistics_areTheEngines(Architecture architecture) throws Exception {
    assertEqual(step(architecture, Beside.FRONT), step(architecture, Beside.NOTHING));
  }

  @ParameterizedTest
  @MethodSource("withHeads")
  void gradientsAndStatistics_ofAll_areTheEngines(Architecture architecture) throws Exception {
    assertEqual(step(architecture, Beside.ALL), step(architecture, Beside.NOTHING));
  }

  private static void assertEqual(Map<String, float[]> found, Map<String, float[]> wanted) {
    assertThat(found.keySet()).isEqualTo(wanted.keySet()).contains("conv1.weight");
    for (String name : wanted.keySet()) {
      float[] expected = wanted.get(name);
      double largest =
          IntStream.range(0, expected.length)
              .mapToDouble(i -> Math.abs(expected[i]))
              .max()
              .getAsDouble();
      assertThat(largest).as(name).isPositive();
      for (int i = 0; i < expected.length; i++) {
        assertThat((double) found.get(name)[i])
            .as("%s[%d]", name, i)
            .isCloseTo(expected[i], within(1e-4 * largest));
      }
    }
  }

  @Test
  void logits_withRunningStatistics_areTheEngines() throws Exception {
    Architecture architecture = ArchitecturePresets.named("cnn-25");
    try (Fixture fixture = new Fixture(architecture)) {
      float[] wanted = fixture.logits(false, false).toFloatArray();
      float[] found = fixture.logits(true, false).toFloatArray();
      for (int i = 0; i < wanted.length; i++) {
        assertThat((double) found[i]).isCloseTo(wanted[i], within(1e-5));
      }
    }
  }

  /** What is computed beside the engine and its gradients. */
  private enum Beside {
    NOTHING,
    FRONT,
    ALL
  }

  /** Architectures of which nothing is left to the engine's gradients. */
  static Stream<Architecture> withHeads() throws IOException {
    String dense =
        """
        {"name": "head", "convolutions": [{"filters": 13, "size": 9, "pool": {"size": 25}, "dropout": 0}],
         "dense": [{"units": 21, "batchNorm": false, "activation": "softplus"},
                   {"units": 10, "activation": "exponential", "dropout": 0}]}""";
    return Stream.concat(
        architectures().filter(each -> !each.name().equals("cnn-25-60")),
        Stream.of(Architecture.fromJson(dense)));
  }

  private static Map<String, float[]> step(Architecture architecture, Beside beside)
      throws Exception {
    try (Fixture fixture = new Fixture(architecture)) {
      return fixture.step(beside);
    }
  }

  private static final class Fixture implements AutoCloseable {
    private final Architecture architecture;
    private final EngineChoice engine = EngineChoice.start(ComputeDevice.CPU, 1);
    private final NDManager manager;
    private final MappedByteMatrix sequences;
    private final List<Parameter> plan;
    private final ParameterStore store;
    private final Network network;
    private final HostFront front;
    private final List<DropoutMasks> masks = new ArrayList<>();

    Fixture(Architecture architecture) throws IOException {
      this.architecture = architecture;
      JniUtils.setGradMode(false);
      manager = engine.engine().newBaseManager(engine.device());
      sequences = sequences();
      plan = ParameterPlan.of(architecture, WINDOW, CLASSES);
      store = new ParameterStore(plan, manager);
      store.load(weights(plan));
      network = new Network(architecture, SETTINGS, store);
      front = HostFront.of(architecture, SETTINGS, WINDOW, store).orElseThrow();
      // one for every layer; layers without dropout take none
      for (int i = 0; i < architecture.convolutions().size() + architecture.dense().size(); i++) {
        masks.add(new DropoutMasks(manager, 0.2, 1 << 16, new SplittableRandom(i)));
      }
    }

    NDArray logits(boolean beside, boolean training) {
      int[] order = IntStream.range(0, SEQUENCES).toArray();
      TokenSource source = new TokenSource(sequences, null);
      List<DropoutMasks> dropout = training ? masks : null;
      if (beside) {
        NDArray pooled = front.pooled(tokens(), SEQUENCES, dropout, manager);
        return network.after(front.blocks(), pooled, dropout);
      }
      BatchLoader loader = new BatchLoader(manager);
      return network.logits(
          loader.oneHot(source, order, 0, SEQUENCES, new BitSet(), manager), dropout);
    }

    private byte[] tokens() {
      int[] order = IntStream.range(0, SEQUENCES).toArray();
      TokenSource source = new TokenSource(sequences, null);
      return BatchLoader.tokens(source, order, 0, SEQUENCES, new BitSet());
    }

    Map<String, float[]> step(Beside beside) {
      SplittableRandom random = new SplittableRandom(SEED);
      float[] wanted = new float[SEQUENCES * CLASSES];
      for (int i = 0; i < wanted.length; i++) {
        wanted[i] = (float) random.nextDouble() - 0.5f;
      }
      if (beside == Beside.ALL) {
        HostHead head = HostHead.of(architecture, SETTINGS, front, store).orElseThrow();
        head.logits(front.values(tokens(), SEQUENCES, masks), SEQUENCES, masks, manager);
        front.backward(head.backward(wanted, manager));
      } else {
        NDArray chosen = manager.create(wanted, new Shape(SEQUENCES, CLASSES));
        try (GradientCollector collector = engine.engine().newGradientCollector()) {
          collector.backward(logits(beside == Beside.FRONT, true).mul(chosen).sum());
        }
        if (beside == Beside.FRONT) {
          front.backward();
        }
      }
      float[] gradients = store.takeGradients().array().toFloatArray();
      Map<String, float[]> values = new LinkedHashMap<>();
      for (Parameter parameter : plan) {
        NDArray array = store.array(parameter.name());
        values.put(
            parameter.name(),
            parameter.role().trained()
                ? store.part(parameter.name(), gradients)
                : array.toFloatArray());
      }
      return values;
    }

    @Override
    public void close() {
      sequences.close();
      manager.close();
    }
  }

  /** Random letters, some N; one sequence of a single letter, where all positions are equal. */
  private static MappedByteMatrix sequences() throws IOException {
    SplittableRandom random = new SplittableRandom(SEED);
    Path file = folder.resolve("sequences.npy");
    try (NpyWriter rows = NpyWriter.bytes(file, WINDOW)) {
      for (int row = 0; row < SEQUENCES; row++) {
        byte[] tokens = new byte[WINDOW];
        for (int i = 0; i < WINDOW && row > 0; i++) {
          tokens[i] = (byte) (random.nextInt(30) == 0 ? 4 : random.nextInt(4));
        }
        rows.writeRow(tokens);
      }
    }
    return MappedByteMatrix.open(file);
  }

  /** Tensors as after training; some scales are negative. */
  private static NetworkWeights weights(List<Parameter> plan) {
    NetworkWeights start = InitialWeights.draw(plan, Initialisation.HE_NORMAL, SEED);
    SplittableRandom random = new SplittableRandom(SEED);
    Map<String, float[]> values = new LinkedHashMap<>();
    for (Parameter parameter : plan) {
      float[] value = start.values(parameter.name()).clone();
      for (int i = 0; i < value.length && parameter.role() != Role.WEIGHT; i++) {
        double drawn = random.nextDouble();
        value[i] = (float) (parameter.role() == Role.VARIANCE ? 0.5 + drawn : drawn - 0.3);
      }
      values.put(parameter.name(), value);
    }
    return new NetworkWeights(plan, values);
  }
}
