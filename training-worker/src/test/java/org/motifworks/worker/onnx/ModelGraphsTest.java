package org.motifworks.worker.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.motifworks.contracts.model.ModelFiles;
import org.motifworks.contracts.training.ComputeDevice;
import org.motifworks.core.architecture.Architecture;
import org.motifworks.core.architecture.ArchitecturePresets;
import org.motifworks.core.architecture.Initialisation;
import org.motifworks.core.architecture.MotifLayer;
import org.motifworks.core.architecture.TrainingPresets;
import org.motifworks.core.architecture.TrainingSettings;
import org.motifworks.core.npy.MappedByteMatrix;
import org.motifworks.core.npy.NpyWriter;
import org.motifworks.worker.TinyData;
import org.motifworks.worker.check.GraphSession;
import org.motifworks.worker.network.EngineChoice;
import org.motifworks.worker.network.InitialWeights;
import org.motifworks.worker.network.NetworkTrainer;
import org.motifworks.worker.network.NetworkWeights;
import org.motifworks.worker.network.Parameter;
import org.motifworks.worker.network.ParameterPlan;
import org.motifworks.worker.network.TokenSource;

/** Graphs and engine against an independent slow network, for every feature of an architecture. */
class ModelGraphsTest {

  static final int CLASSES = 3;
  private static final int SEQUENCES = 4;
  private static final long SEED = 11;
  private static final TrainingSettings SETTINGS = TrainingPresets.named("paper-code");

  private static final String PADDED =
      "{\"convolutions\":[{\"filters\":5,\"size\":4,\"pool\":{\"size\":7}},{\"filters\":6,\"size\":3,\"pool\":{\"size\":2}}],\"dense\":[{\"units\":9},{\"units\":8,\"batchNorm\":false}]}";
  private static final String OVERLAPPING =
      "{\"convolutions\":[{\"filters\":5,\"size\":5,\"pool\":{\"size\":10,\"stride\":2}},{\"filters\":6,\"size\":3,\"pool\":{\"size\":5,\"stride\":3}}],\"dense\":[{\"units\":9}]}";
  static final String DILATED =
      "{\"convolutions\":[{\"filters\":5,\"size\":5,\"dilation\":3,\"pool\":{\"size\":4}},{\"filters\":6,\"size\":3,\"stride\":2}]}";
  private static final String SMOOTH =
      "{\"convolutions\":[{\"filters\":5,\"size\":5,\"activation\":\"exponential\",\"pool\":{\"size\":6,\"stride\":3}},{\"filters\":6,\"size\":3,\"batchNorm\":false,\"activation\":\"softplus\",\"pool\":{\"size\":2}}],\"dense\":[{\"units\":9,\"activation\":\"softplus\"}]}";

  private static final String EVEN =
      "{\"convolutions\":[{\"filters\":5,\"size\":4},{\"filters\":6,\"size\":2},{\"filters\":4,\"size\":6,\"stride\":3,\"pool\":{\"size\":4}}],\"dense\":[{\"units\":9}]}";

  @TempDir Path folder;

  /** Tensors as after training: batch norm far from its start. */
  static NetworkWeights weights(Architecture architecture, int window) {
    List<Parameter> plan = ParameterPlan.of(architecture, window, CLASSES);
    NetworkWeights start = InitialWeights.draw(plan, Initialisation.HE_NORMAL, SEED);
    SplittableRandom random = new SplittableRandom(SEED);
    Map<String, float[]> values = new LinkedHashMap<>();
    for (Parameter parameter : plan) {
      float[] value = start.values(parameter.name()).clone();
      if (parameter.role() != Parameter.Role.WEIGHT) {
        boolean positive =
            parameter.role() == Parameter.Role.VARIANCE || parameter.role() == Parameter.Role.SCALE;
        for (int i = 0; i < value.length; i++) {
          value[i] = (float) (positive ? 0.5 + random.nextDouble() : random.nextDouble() - 0.5);
        }
      }
      values.put(parameter.name(), value);
    }
    return new NetworkWeights(plan, values);
  }

  static Stream<String> networks() {
    return Stream.concat(
        ArchitecturePresets.names().stream(),
        Stream.of(PADDED, OVERLAPPING, DILATED, SMOOTH, EVEN));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void graphsAndEngine_agreeWithTheSlowNetwork(String text) throws Exception {
    Architecture architecture =
        text.startsWith("{") ? Architecture.fromJson(text) : ArchitecturePresets.named(text);
    int window = text.startsWith("{") ? 53 : 200;
    NetworkWeights weights = weights(architecture, window);
    double epsilon = SETTINGS.batchNormEpsilon();
    SlowNetwork slow = new SlowNetwork(architecture, weights, epsilon);
    ModelGraphs graphs =
        new ModelGraphs(
            FoldedNetwork.of(architecture, window, CLASSES, weights, epsilon), Map.of());
    byte[] tokens = TinyData.tokens(SEQUENCES * window, new SplittableRandom(SEED));
    for (int i = 0; i < window; i++) { // the last one is a repeat, whose maxima are shared
      tokens[(SEQUENCES - 1) * window + i] = (byte) (i % 2);
    }

    float[] logits = run(graphs.predict(), tokens, null, "logits");
    List<MotifLayer> layers = MotifLayer.of(architecture, window);
    Map<Integer, float[]> activations = new LinkedHashMap<>();
    for (MotifLayer layer : layers) {
      String output = ModelFiles.activations(layer.number());
      activations.put(layer.number(), run(graphs.filters(), tokens, null, output));
    }
    float[] classWeights = new float[SEQUENCES * CLASSES];
    for (int i = 0; i < SEQUENCES; i++) {
      classWeights[i * CLASSES + i % CLASSES] = 1;
    }
    float[] guided = run(graphs.saliency(GradientRule.GUIDED), tokens, classWeights, "saliency");
    float[] plain = run(graphs.saliency(GradientRule.PLAIN), tokens, classWeights, "saliency");
    float[] engine = engineLogits(architecture, weights, tokens, window);
    for (int i = 0; i < SEQUENCES; i++) {
      byte[] one = Arrays.copyOfRange(tokens, i * window, (i + 1) * window);
      SlowNetwork.Trace trace = slow.forward(one);
      compare(trace.logits, logits, i * CLASSES);
      compare(trace.logits, engine, i * CLASSES);
      for (MotifLayer layer : layers) {
        double[][] expected = trace.activated.get(layer.number() - 1);
        assertThat(expected).hasNumberOfRows(layer.filters());
        for (int f = 0; f < expected.length; f++) {
          assertThat(expected[f]).hasSize(layer.length());
          int row = i * expected.length + f;
          compare(expected[f], activations.get(layer.number()), row * layer.length());
        }
      }
      double[][] expectedGuided = slow.saliency(trace, i % CLASSES, true);
      double[][] expectedPlain = slow.saliency(trace, i % CLASSES, false);
      for (int letter = 0; letter < 4; letter++) {
        compare(expectedGuided[letter], guided, (i * 4 + letter) * window);
        compare(expectedPlain[letter], plain, (i * 4 + letter) * window);
      }
    }
  }

  @Test
  void sameNetwork_givesTheSameBytes_andCarriesItsProvenance() {
    Architecture architecture = ArchitecturePresets.named("cnn-25");
    NetworkWeights weights = weights(architecture, 200);
    FoldedNetwork folded = FoldedNetwork.of(architecture, 200, CLASSES, weights, 1e-8);
    Map<String, String> metadata = Map.of("motifworks.seed", "11", "motifworks.classes", "a");
    byte[] once = new ModelGraphs(folded, metadata).saliency(GradientRule.GUIDED);
    byte[] twice = new ModelGraphs(folded, metadata).saliency(GradientRule.GUIDED);
    assertThat(twice).isEqualTo(once);
    assertThat(new String(once, StandardCharsets.ISO_8859_1)).contains("motifworks.seed");
  }

  private static void compare(double[] expected, float[] actual, int offset) {
    for (int i = 0; i < expected.length; i++) {
      double scale = Math.max(1, Math.abs(expected[i]));
      assertThat((double) actual[offset + i]).isCloseTo(expected[i], within(1e-5 * scale));
    }
  }

  private static float[] run(byte[] model, byte[] tokens, float[] classWeights, String output)
      throws Exception {
    try (GraphSession session = new GraphSession(model, 1)) {
      return session.run(tokens, classWeights, output);
    }
  }

  private float[] engineLogits(
      Architecture architecture, NetworkWeights weights, byte[] tokens, int window)
      throws IOException {
    Path sequences = folder.resolve("sequences.npy");
    Path labels = folder.resolve("labels.npy");
    try (NpyWriter rows = NpyWriter.bytes(sequences, window);
        NpyWriter zeros = NpyWriter.bytes(labels, CLASSES)) {
      for (int i = 0; i < SEQUENCES; i++) {
        rows.writeRow(Arrays.copyOfRange(tokens, i * window, (i + 1) * window));
        zeros.writeRow(new byte[CLASSES]);
      }
    }
    EngineChoice engine = EngineChoice.start(ComputeDevice.CPU, 1);
    try (NetworkTrainer trainer =
            new NetworkTrainer(engine, architecture, SETTINGS, window, CLASSES, SEED);
        MappedByteMatrix mapped = MappedByteMatrix.open(sequences);
        MappedByteMatrix zeros = MappedByteMatrix.open(labels)) {
      trainer.load(weights);
      return trainer.logits(new TokenSource(mapped, zeros));
    }
  }
}
