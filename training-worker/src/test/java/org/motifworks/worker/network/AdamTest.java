package org.motifworks.worker.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motifworks.contracts.training.ComputeDevice;
import org.motifworks.core.architecture.Initialisation;
import org.motifworks.core.architecture.TrainingSettings;

class AdamTest {

  private static final TrainingSettings SETTINGS =
      new TrainingSettings(
          "test",
          Initialisation.HE_NORMAL,
          0.1,
          0.9,
          0.99,
          1e-8,
          10,
          10,
          10,
          0.01,
          1e-8,
          0.99,
          false,
          null,
          null);

  /**
   * Against the published update written out in double: loss w·w/2 + b, with an L2 penalty of 0.01
   * w·w on the weight alone.
   */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void steps_equalTheFormula_andTheNextGradientStartsFromZero(boolean host) {
    List<Parameter> plan =
        List.of(
            new Parameter("w", Parameter.Role.WEIGHT, Dimensions.of(3), 3, 1),
            new Parameter("b", Parameter.Role.BIAS, Dimensions.of(1), 0, 0));
    EngineChoice engine = EngineChoice.start(ComputeDevice.CPU, 1);
    JniUtils.setGradMode(false);
    try (NDManager manager = engine.engine().newBaseManager(engine.device())) {
      ParameterStore store = new ParameterStore(plan, manager);
      store.load(
          new NetworkWeights(plan, Map.of("w", new float[] {1, -2, 3}, "b", new float[] {0.5f})));
      assertThat(HostAdam.suits(store)).isTrue();
      Adam adam = host ? new HostAdam(store, SETTINGS) : new EngineAdam(store, SETTINGS, manager);
      double[] expected = {1, -2, 3, 0.5};
      double[] first = new double[4];
      double[] second = new double[4];
      for (int step = 1; step <= 5; step++) {
        try (NDManager scratch = manager.newSubManager()) {
          try (GradientCollector collector = engine.engine().newGradientCollector()) {
            NDArray w = store.array("w");
            NDArray loss = w.mul(w).sum().div(2).add(store.array("b").sum());
            collector.backward(loss);
          }
          adam.step(scratch, SETTINGS.learningRate());
        }
        for (int i = 0; i < 4; i++) {
          double g = i < 3 ? expected[i] + 2 * 0.01 * expected[i] : 1;
          first[i] = 0.9 * first[i] + 0.1 * g;
          second[i] = 0.99 * second[i] + 0.01 * g * g;
          double m = first[i] / (1 - Math.pow(0.9, step));
          double v = second[i] / (1 - Math.pow(0.99, step));
          expected[i] -= 0.1 * m / (Math.sqrt(v) + 1e-8);
        }
      }
      NetworkWeights moved = store.snapshot();
      for (int i = 0; i < 3; i++) {
        assertThat((double) moved.values("w")[i]).isCloseTo(expected[i], within(1e-5));
      }
      assertThat((double) moved.values("b")[0]).isCloseTo(expected[3], within(1e-5));
    }
  }
}
