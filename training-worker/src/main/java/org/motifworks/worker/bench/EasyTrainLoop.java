package org.motifworks.worker.bench;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv1d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.EasyTrain;
import ai.djl.training.Trainer;
import ai.djl.training.dataset.ArrayDataset;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import ai.djl.translate.TranslateException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.motifworks.core.architecture.Architecture;
import org.motifworks.core.architecture.ConvolutionBlock;
import org.motifworks.core.architecture.DenseBlock;
import org.motifworks.core.architecture.TrainingSettings;
import org.motifworks.worker.network.NetworkWeights;
import org.motifworks.worker.network.ParameterPlan;

/**
 * What a user of DJL would write: its own blocks, dataset, optimiser and {@link EasyTrain}, all at
 * their defaults. For presets whose filters are odd, whose pools divide the window, and which have
 * batch norm and ReLU throughout.
 */
final class EasyTrainLoop implements Contender, AutoCloseable {

  private final Architecture architecture;
  private final TrainingSettings settings;
  private final int sequences;
  private final Map<String, Block> layers = new LinkedHashMap<>();
  private final Model model;
  private final Trainer trainer;
  private final ArrayDataset dataset;
  private final NDArray inputs;

  EasyTrainLoop(Architecture architecture, TrainingSettings settings, Sample sample) {
    this.architecture = architecture;
    this.settings = settings;
    this.sequences = sample.count();
    model = Model.newInstance(architecture.name(), Engine.getEngine("PyTorch").getEngineName());
    model.setBlock(network());
    trainer =
        model.newTrainer(
            new DefaultTrainingConfig(Loss.sigmoidBinaryCrossEntropyLoss())
                .optOptimizer(
                    Optimizer.adam()
                        .optLearningRateTracker(Tracker.fixed((float) settings.learningRate()))
                        .build()));
    trainer.initialize(new Shape(settings.batchSize(), 4, Sample.WINDOW));
    NDManager manager = model.getNDManager();
    inputs = manager.create(sample.oneHot(), new Shape(sequences, 4, Sample.WINDOW));
    float[] labels = new float[sample.labels().length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = sample.labels()[i];
    }
    dataset =
        new ArrayDataset.Builder()
            .setData(inputs)
            .optLabels(manager.create(labels, new Shape(sequences, Sample.CLASSES)))
            .setSampling(settings.batchSize(), true)
            .build();
  }

  private SequentialBlock network() {
    SequentialBlock network = new SequentialBlock();
    for (int i = 0; i < architecture.convolutions().size(); i++) {
      ConvolutionBlock block = architecture.convolutions().get(i);
      add(
          network,
          "conv" + (i + 1),
          Conv1d.builder()
              .setKernelShape(new Shape(block.size()))
              .setFilters(block.filters())
              .optPadding(new Shape(block.size() / 2))
              .optBias(false)
              .build());
      network.add(Activation::relu);
      if (block.pool() != null) {
        Shape size = new Shape(block.pool().size());
        network.add(Pool.maxPool1dBlock(size, size));
      }
      addDropout(network, block.dropout());
    }
    network.add(Blocks.batchFlattenBlock());
    for (int i = 0; i < architecture.dense().size(); i++) {
      DenseBlock block = architecture.dense().get(i);
      add(
          network,
          "dense" + (i + 1),
          Linear.builder().setUnits(block.units()).optBias(false).build());
      network.add(Activation::relu);
      addDropout(network, block.dropout());
    }
    Block output = Linear.builder().setUnits(Sample.CLASSES).build();
    layers.put("output", output);
    return network.add(output);
  }

  private void add(SequentialBlock network, String layer, Block weights) {
    Block norm = BatchNorm.builder().optEpsilon((float) settings.batchNormEpsilon()).build();
    layers.put(layer, weights);
    layers.put(layer + ".norm", norm);
    network.add(weights).add(norm);
  }

  private static void addDropout(SequentialBlock network, double rate) {
    if (rate > 0) network.add(Dropout.builder().optRate((float) rate).build());
  }

  @Override
  public int sequences() {
    return sequences;
  }

  /** One epoch. */
  @Override
  public float[] run() throws IOException, TranslateException {
    EasyTrain.fit(trainer, 1, dataset, null);
    return new float[0];
  }

  /** Logits of the first sequences as after training, {@code [count, classes]}. */
  float[] logits(int count) {
    try (NDManager scratch = model.getNDManager().newSubManager()) {
      NDArray x = inputs.get("0:" + count);
      x.attach(scratch);
      return trainer.evaluate(new NDList(x)).singletonOrThrow().toFloatArray();
    }
  }

  /** The tensors under the names of {@link ParameterPlan}. */
  NetworkWeights weights() {
    var plan = ParameterPlan.of(architecture, Sample.WINDOW, Sample.CLASSES);
    Map<String, float[]> values = new LinkedHashMap<>();
    for (String layer : layers.keySet()) {
      String owner = layer.replace(".norm", "");
      for (var entry : layers.get(layer).getParameters()) {
        values.put(owner + "." + name(entry.getKey()), array(entry.getValue()));
      }
    }
    values.keySet().retainAll(plan.stream().map(p -> p.name()).toList());
    return new NetworkWeights(plan, values);
  }

  private static String name(String djl) {
    return Map.of(
            "gamma", "scale", "beta", "shift", "runningMean", "mean", "runningVar", "variance")
        .getOrDefault(djl, djl);
  }

  private static float[] array(Parameter parameter) {
    return parameter.getArray().toFloatArray();
  }

  @Override
  public void close() {
    trainer.close();
    model.close();
  }
}
