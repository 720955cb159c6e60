package org.motifworks.worker.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.motifworks.contracts.training.ComputeDevice;
import org.motifworks.core.architecture.ArchitecturePresets;
import org.motifworks.core.architecture.Initialisation;

class NetworkPartsTest {

  private static final List<Parameter> CNN_2 =
      ParameterPlan.of(ArchitecturePresets.named("cnn-2"), 200, 12);

  @Test
  void trainedTensorsOfCnn2_have160048Values() {
    int trained = CNN_2.stream().filter(p -> p.role().trained()).mapToInt(Parameter::size).sum();
    assertThat(trained).isEqualTo(160_048);
  }

  @Test
  void glorotUniform_fillsItsRange() {
    float[] weights =
        InitialWeights.draw(CNN_2, Initialisation.GLOROT_UNIFORM, 1).values("conv2.weight");
    double limit = Math.sqrt(6.0 / (30 * 5 + 128 * 5));
    double largest =
        IntStream.range(0, weights.length).mapToDouble(i -> weights[i]).max().orElse(0);
    assertThat(largest).isLessThanOrEqualTo(limit).isGreaterThan(0.99 * limit);
  }

  @Test
  void heNormal_hasItsDeviation() {
    float[] weights =
        InitialWeights.draw(CNN_2, Initialisation.HE_NORMAL, 1).values("dense1.weight");
    double squares =
        IntStream.range(0, weights.length).mapToDouble(i -> weights[i] * weights[i]).sum();
    double expected = Math.sqrt(2.0 / 256);
    assertThat(Math.sqrt(squares / weights.length)).isCloseTo(expected, within(0.01 * expected));
  }

  @Test
  void initialWeights_dependOnTheSeedAlone() {
    float[] once = InitialWeights.draw(CNN_2, Initialisation.HE_NORMAL, 1).values("conv1.weight");
    float[] twice = InitialWeights.draw(CNN_2, Initialisation.HE_NORMAL, 1).values("conv1.weight");
    float[] other = InitialWeights.draw(CNN_2, Initialisation.HE_NORMAL, 2).values("conv1.weight");
    assertThat(twice).isEqualTo(once);
    assertThat(other).isNotEqualTo(once);
  }

  @Test
  void permutation_holdsEveryIndexOnce_andDiffersByEpoch() {
    int[] first = Randomness.permutation(1000, Randomness.stream(1, Randomness.Purpose.ORDER, 1));
    int[] second = Randomness.permutation(1000, Randomness.stream(1, Randomness.Purpose.ORDER, 2));
    assertThat(first).isNotEqualTo(second);
    int[] sorted = first.clone();
    Arrays.sort(sorted);
    assertThat(sorted).isEqualTo(IntStream.range(0, 1000).toArray());
  }

  @Test
  void dropout_zeroesItsShare_andKeepsTheMean() {
    EngineChoice engine = EngineChoice.start(ComputeDevice.CPU, 1);
    try (NDManager manager = engine.engine().newBaseManager(engine.device());
        DropoutMasks masks = new DropoutMasks(manager, 0.3, 100_000, new SplittableRandom(5))) {
      NDArray dropped = masks.apply(manager.ones(new Shape(100, 1000)));
      float[] values = dropped.toFloatArray();
      long zeros = IntStream.range(0, values.length).filter(i -> values[i] == 0).count();
      assertThat(zeros / 1e5).isCloseTo(0.3, within(0.01));
      assertThat((double) dropped.mean().getFloat()).isCloseTo(1, within(0.015));
      assertThat(masks.apply(manager.ones(new Shape(100, 1000))).toFloatArray())
          .isNotEqualTo(values);
    }
  }

  @Test
  void crossEntropy_onTheEngine_equalsTheSlowOne_clippedAtBothEnds() {
    EngineChoice engine = EngineChoice.start(ComputeDevice.CPU, 1);
    float[] logits = {0.3f, -2, 40, -300};
    byte[] labels = {1, 1, 0, 0};
    try (NDManager manager = engine.engine().newBaseManager(engine.device())) {
      NDArray loss =
          CrossEntropy.mean(
              manager.create(logits, new Shape(1, 4)),
              manager.create(new float[] {1, 1, -1, -1}, new Shape(1, 4)));
      double expected = 0;
      for (int i = 0; i < 4; i++) {
        double p = Math.min(1 - 1e-7, Math.max(1e-7, 1 / (1 + Math.exp(-logits[i]))));
        expected -= Math.log(labels[i] == 1 ? p : 1 - p) / 4;
      }
      assertThat((double) loss.getFloat()).isCloseTo(expected, within(1e-5));
      float[] weights = {3, 0.5f, 1, 1};
      NDArray weighted =
          CrossEntropy.weightedMean(
              manager.create(logits, new Shape(1, 4)),
              manager.create(new float[] {1, 1, -1, -1}, new Shape(1, 4)),
              manager.create(weights, new Shape(1, 4)));
      double expectedWeighted = 0;
      for (int i = 0; i < 4; i++) {
        double p = Math.min(1 - 1e-7, Math.max(1e-7, 1 / (1 + Math.exp(-logits[i]))));
        expectedWeighted -= weights[i] * Math.log(labels[i] == 1 ? p : 1 - p) / 4;
      }
      assertThat((double) weighted.getFloat()).isCloseTo(expectedWeighted, within(1e-5));
      assertThat(CrossEntropy.sum(logits, 0, labels) / 4).isCloseTo(expected, within(1e-9));
    }
  }

  @Test
  void crossEntropy_besideTheEngine_equalsItsLossAndSlopes() {
    EngineChoice engine = EngineChoice.start(ComputeDevice.CPU, 1);
    float[] logits = {0.3f, -2, 40, -300, 16, -16.2f};
    float[] signs = {1, 1, -1, -1, 1, 1};
    float[] weights = {3, 0.5f, 1, 1, 1, 2};
    try (NDManager manager = engine.engine().newBaseManager(engine.device())) {
      NDArray array = manager.create(logits, new Shape(1, 6));
      array.setRequiresGradient(true);
      NDArray loss;
      try (GradientCollector collector = engine.engine().newGradientCollector()) {
        NDArray signed = manager.create(signs, new Shape(1, 6));
        loss = CrossEntropy.weightedMean(array, signed, manager.create(weights, new Shape(1, 6)));
        collector.backward(loss);
      }
      float[] expected = array.getGradient().toFloatArray();
      float[] slopes = new float[6];
      double mean = CrossEntropy.mean(logits, signs, weights, slopes);
      assertThat(mean).isCloseTo(loss.getFloat(), within(1e-5));
      for (int i = 0; i < 6; i++) {
        assertThat((double) slopes[i]).as("slope %d", i).isCloseTo(expected[i], within(1e-7));
      }
      float[] even = {1, 1, 1, 1, 1, 1};
      assertThat(CrossEntropy.mean(logits, signs, null, slopes))
          .isEqualTo(CrossEntropy.mean(logits, signs, even, slopes));
      logits[1] = Float.NaN;
      assertThat(CrossEntropy.mean(logits, signs, null, slopes)).isNaN();
    }
  }
}
