package org.motifworks.interpret.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motifworks.contracts.interpretation.SaliencyRule;
import org.motifworks.core.npy.MappedByteMatrix;
import org.motifworks.core.npy.NpyReader;
import org.motifworks.inference.check.GraphSignature;

class OnnxInferenceSessionTest {
  private static final Path MODEL = Path.of("src/test/resources/tiny/model");
  private static final Path DEEP = Path.of("src/test/resources/tiny/deep");
  private static final int CLASSES = 12;
  private static final int WINDOW = 100;

  private final OnnxRuntime runtime = OnnxRuntime.start(DeviceChoice.AUTO, 0);
  private InferenceSession session;

  @BeforeEach
  void open() {
    session = OnnxInferenceSession.open(runtime, MODEL, WINDOW, CLASSES);
  }

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void predict_repeatsWhatTheTrainedEngineSaid() throws IOException {
    float[] expected = NpyReader.readFloats(MODEL.resolve("sample/logits.npy")).values();
    Prediction prediction = session.predict(sample(64));
    for (int i = 0; i < expected.length; i++) {
      assertThat(prediction.logits()[i]).isCloseTo(expected[i], within(1e-4f));
      assertThat(prediction.probabilities()[i])
          .isCloseTo((float) (1 / (1 + Math.exp(-expected[i]))), within(1e-5f));
    }
  }

  @Test
  void predict_ofOne_equalsItsRowInABatch() throws IOException {
    Prediction all = session.predict(sample(64));
    Prediction one = session.predict(sample(1));
    assertThat(one.logits()).hasSize(CLASSES);
    for (int i = 0; i < CLASSES; i++) {
      assertThat(one.logits()[i]).isCloseTo(all.logits()[i], within(1e-5f));
    }
  }

  @Test
  void predict_ofNothing_isEmpty() {
    assertThat(session.predict(new TokenBatch(4, WINDOW)).logits()).isEmpty();
  }

  @Test
  void activations_areOfEveryFilterAtEveryPosition() throws IOException {
    Activations found = session.activations(sample(3)).get(0);
    assertThat(found.filters()).isEqualTo(6);
    assertThat(found.length()).isEqualTo(WINDOW);
    assertThat(found.values()).hasSize(3 * 6 * WINDOW);
    for (float value : found.values()) assertThat(value).isNotNegative();
  }

  @Test
  void saliency_isOfTheClassAskedForRowByRow() throws IOException {
    float[] mixed = session.saliency(sample(2), new int[] {3, 7}, SaliencyRule.GUIDED);
    float[] third = session.saliency(sample(2), new int[] {3, 3}, SaliencyRule.GUIDED);
    assertThat(mixed).hasSize(2 * 4 * WINDOW);
    assertThat(Arrays.copyOf(mixed, 4 * WINDOW)).isEqualTo(Arrays.copyOf(third, 4 * WINDOW));
    assertThat(mixed).isNotEqualTo(third);
  }

  @Test
  void modelOfBeforeDeeperLayersAndPlainGradients_hasNeither() {
    assertThat(session.layers()).isEqualTo(1);
    assertThat(session.saliencyRules()).containsExactly(SaliencyRule.GUIDED);
  }

  @Test
  void unpooledModel_givesEveryLayerAndBothGradients() throws IOException {
    try (InferenceSession deep = OnnxInferenceSession.open(runtime, DEEP, WINDOW, CLASSES)) {
      assertThat(deep.layers()).isEqualTo(3);
      List<Activations> found = deep.activations(sample(2));
      assertThat(found).extracting(Activations::filters).containsExactly(6, 8, 10);
      assertThat(found).extracting(Activations::length).containsOnly(WINDOW);
      float[] guided = deep.saliency(sample(2), new int[] {3, 7}, SaliencyRule.GUIDED);
      float[] plain = deep.saliency(sample(2), new int[] {3, 7}, SaliencyRule.PLAIN);
      assertThat(plain).hasSameSizeAs(guided).isNotEqualTo(guided);
    }
  }

  @Test
  void batchThatTakesTooMuch_isComputedInParts_withTheSameNumbers() throws IOException {
    Path file = MODEL.resolve("saliency.onnx");
    GraphSignature signature = GraphSignature.saliency(WINDOW, CLASSES);
    FloatBuffer weights =
        ByteBuffer.allocateDirect(5 * CLASSES * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    for (int row = 0; row < 5; row++) weights.put(row * CLASSES + row, 1f);
    List<String> outputs = List.of("saliency");
    try (OnnxGraph whole = runtime.open(file, signature);
        OnnxGraph parts = runtime.open(file, signature, 1)) {
      OnnxGraph.Output expected = whole.run(sample(5), "class_weights", weights, outputs).get(0);
      OnnxGraph.Output found = parts.run(sample(5), "class_weights", weights, outputs).get(0);
      assertThat(found.shape()).isEqualTo(expected.shape());
      assertThat(found.values()).containsExactly(expected.values(), within(1e-6f));
      assertThat(parts.bytes()).isLessThan(whole.bytes());
    }
  }

  @Test
  void open_ofRubbish_saysWhichFile(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("predict.onnx"), "no graph");
    assertThatThrownBy(() -> OnnxInferenceSession.open(runtime, folder, WINDOW, CLASSES))
        .isInstanceOfSatisfying(
            InferenceException.class, e -> assertThat(e.code()).isEqualTo("model.corrupt"))
        .hasMessageContaining("predict.onnx");
  }

  @Test
  void open_ofAGraphWithOtherOutputs_isRefused(@TempDir Path folder) throws IOException {
    Files.copy(MODEL.resolve("filters.onnx"), folder.resolve("predict.onnx"));
    assertThatThrownBy(() -> OnnxInferenceSession.open(runtime, folder, WINDOW, CLASSES))
        .isInstanceOf(InferenceException.class)
        .hasMessageContaining("activations");
  }

  @Test
  void gpu_whereThereIsNone_isAnErrorThatSaysWhatToDo() {
    assumeTrue(runtime.device().equals("cpu"));
    assertThatThrownBy(() -> OnnxRuntime.start(DeviceChoice.GPU, 0))
        .isInstanceOfSatisfying(
            InferenceException.class, e -> assertThat(e.code()).isEqualTo("device.missing"))
        .hasMessageContaining("motifworks.inference.device");
  }

  private static TokenBatch sample(int rows) throws IOException {
    try (MappedByteMatrix sequences =
        MappedByteMatrix.open(MODEL.resolve("sample/sequences.npy"))) {
      TokenBatch batch = new TokenBatch(rows, WINDOW);
      for (int row = 0; row < Math.min(rows, sequences.rows()); row++) {
        batch.add(sequences.row(row));
      }
      return batch;
    }
  }
}
