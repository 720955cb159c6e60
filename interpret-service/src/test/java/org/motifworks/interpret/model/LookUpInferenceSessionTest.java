package org.motifworks.interpret.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motifworks.contracts.interpretation.SaliencyRule;
import org.motifworks.core.npy.MappedByteMatrix;

/** Everything that can be computed with a model, by look-ups and by the whole graphs. */
class LookUpInferenceSessionTest {
  private static final Path TINY = Path.of("src/test/resources/tiny");
  private static final int CLASSES = 12;
  private static final int WINDOW = 100;
  private static final int ROWS = 64;

  private final OnnxRuntime runtime = OnnxRuntime.start(DeviceChoice.CPU, 0);

  @ParameterizedTest
  @ValueSource(strings = {"model", "deep"})
  void bothWays_giveTheSameNumbers(String name) throws IOException {
    Path folder = TINY.resolve(name);
    TokenBatch batch = sample(folder);
    int[] chosen = new int[ROWS];
    for (int row = 0; row < ROWS; row++) chosen[row] = row % CLASSES;
    try (InferenceSession fast = LookUpInferenceSession.open(runtime, folder, WINDOW, CLASSES);
        InferenceSession whole = OnnxInferenceSession.open(runtime, folder, WINDOW, CLASSES)) {
      assertThat(fast).isInstanceOf(LookUpInferenceSession.class);
      compare(fast.predict(batch).logits(), whole.predict(batch).logits());
      compare(fast.predict(batch).probabilities(), whole.predict(batch).probabilities());
      assertThat(fast.layers()).isEqualTo(whole.layers());
      compare(fast.activations(batch), whole.activations(batch));
      compare(fast.maxima(batch), whole.maxima(batch));
      assertThat(fast.saliencyRules()).isEqualTo(whole.saliencyRules());
      for (SaliencyRule rule : fast.saliencyRules()) {
        compare(fast.saliency(batch, chosen, rule), whole.saliency(batch, chosen, rule));
      }
    }
  }

  @Test
  void predict_ofNothing_isEmpty() {
    try (InferenceSession fast =
        LookUpInferenceSession.open(runtime, TINY.resolve("model"), WINDOW, CLASSES)) {
      assertThat(fast.predict(new TokenBatch(4, WINDOW)).logits()).isEmpty();
    }
  }

  @Test
  void saliency_forTooFewClasses_isRefused() throws IOException {
    TokenBatch batch = sample(TINY.resolve("model"));
    try (InferenceSession fast =
        LookUpInferenceSession.open(runtime, TINY.resolve("model"), WINDOW, CLASSES)) {
      assertThatThrownBy(() -> fast.saliency(batch, new int[1], SaliencyRule.GUIDED))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("1 classes for 64 rows");
    }
  }

  @Test
  void rubbish_isRefused_asByTheWholeGraphs(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("predict.onnx"), "no graph");
    assertThatThrownBy(() -> LookUpInferenceSession.open(runtime, folder, WINDOW, CLASSES))
        .isInstanceOfSatisfying(
            InferenceException.class, e -> assertThat(e.code()).isEqualTo("model.corrupt"));
  }

  private static TokenBatch sample(Path folder) throws IOException {
    try (MappedByteMatrix sequences =
        MappedByteMatrix.open(folder.resolve("sample/sequences.npy"))) {
      TokenBatch batch = new TokenBatch(ROWS, WINDOW);
      for (int row = 0; row < ROWS; row++) batch.add(sequences.row(row));
      return batch;
    }
  }

  private static void compare(List<Activations> found, List<Activations> wanted) {
    assertThat(found).hasSameSizeAs(wanted);
    for (int i = 0; i < found.size(); i++) {
      assertThat(found.get(i).filters()).isEqualTo(wanted.get(i).filters());
      assertThat(found.get(i).length()).isEqualTo(wanted.get(i).length());
      compare(found.get(i).values(), wanted.get(i).values());
    }
  }

  private static void compare(float[] found, float[] wanted) {
    assertThat(found).hasSameSizeAs(wanted).isNotEmpty();
    for (int i = 0; i < found.length; i++) {
      float scale = Math.max(1, Math.abs(wanted[i]));
      assertThat(found[i]).isCloseTo(wanted[i], within(1e-5f * scale));
    }
  }
}
