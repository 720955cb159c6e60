package org.motifworks.worker.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.motifworks.core.architecture.Architecture;
import org.motifworks.core.architecture.ConvolutionBlock;
import org.motifworks.core.architecture.DenseBlock;
import org.motifworks.core.architecture.LayerShape;
import org.motifworks.core.architecture.TrainingSettings;

/**
 * Trains one network, an epoch at a time, on the thread that made it. Epochs depend on (seed,
 * epoch) and the state alone. One a process: the engine has a single gradient collector.
 */
public final class NetworkTrainer implements AutoCloseable {

  /**
   * Grows when a change of the program alters the last digits or the layout of {@link
   * TrainingState}, so that no run goes on from a checkpoint of the other kind.
   */
  public static final int ARITHMETIC = 5;

  /** Sequences at a time where nothing is learned. */
  static final int EVALUATION_BATCH = 250;

  private final EngineChoice choice;
  private final Architecture architecture;
  private final TrainingSettings settings;
  private final long seed;
  private final NDManager manager;
  private final ParameterStore parameters;
  private final Network network;
  private final Adam adam;
  private final BatchLoader loader;
  private final HostFront front; // null where the engine has to do it
  private final HostHead head; // null where the engine follows its own gradients

  /** A network with its initial weights. */
  public NetworkTrainer(
      EngineChoice choice,
      Architecture architecture,
      TrainingSettings settings,
      int window,
      int classes,
      long seed) {
    this.choice = choice;
    this.architecture = architecture;
    this.settings = settings;
    this.seed = seed;
    JniUtils.setGradMode(false);
    manager = choice.engine().newBaseManager(choice.device());
    List<Parameter> plan = ParameterPlan.of(architecture, window, classes);
    parameters = new ParameterStore(plan, manager);
    parameters.load(InitialWeights.draw(plan, settings.initialisation(), seed));
    network = new Network(architecture, settings, parameters);
    adam = Adam.of(parameters, settings, manager);
    loader = new BatchLoader(manager);
    front =
        choice.device().isGpu()
            ? null
            : HostFront.of(architecture, settings, window, parameters).orElse(null);
    head =
        front == null ? null : HostHead.of(architecture, settings, front, parameters).orElse(null);
  }

  /**
   * One pass over the split in the epoch's order; a last batch of a single sequence, which batch
   * norm cannot take, is left out.
   *
   * @param epoch from 1
   * @param learningRate of this epoch
   * @param positiveWeights what a positive of each class counts; null for 1
   * @return the mean loss of the batches
   * @throws DivergedException when a loss is not finite
   */
  public double trainEpoch(
      TokenSource split, int epoch, double learningRate, float[] positiveWeights) {
    Pass pass = new Pass(split, reversed(split, epoch), learningRate, positiveWeights);
    int[] order =
        Randomness.permutation(
            split.size(), Randomness.stream(seed, Randomness.Purpose.ORDER, epoch));
    int batch = Math.min(settings.batchSize(), split.size());
    List<DropoutMasks> dropout = dropout(split, epoch, batch);
    double sum = 0;
    int batches = 0;
    for (int from = 0; from + 1 < order.length; from += batch) {
      double loss = step(pass, order, from, Math.min(batch, order.length - from), dropout);
      if (!Double.isFinite(loss)) {
        throw new DivergedException(
            "the training loss became "
                + loss
                + " in batch "
                + (batches + 1)
                + " of epoch "
                + epoch);
      }
      sum += loss;
      batches++;
    }
    dropout.forEach(DropoutMasks::close);
    return sum / batches;
  }

  /** What stays the same through one epoch. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Pass(
      TokenSource split, BitSet reversed, double learningRate, float[] positiveWeights) {}

  /** The sequences that this epoch reads from the other strand: none, or about half. */
  private BitSet reversed(TokenSource split, int epoch) {
    BitSet reversed = new BitSet(split.size());
    if (settings.reverseComplement()) {
      SplittableRandom random = Randomness.stream(seed, Randomness.Purpose.STRAND, epoch);
      for (int row = 0; row < split.size(); row++) {
        reversed.set(row, random.nextInt(2) == 1);
      }
    }
    return reversed;
  }

  private double step(Pass pass, int[] order, int from, int count, List<DropoutMasks> dropout) {
    TokenSource split = pass.split();
    float[] signs = BatchLoader.signs(split, order, from, count);
    float[] weights =
        pass.positiveWeights() == null
            ? null
            : BatchLoader.weights(split, order, from, count, pass.positiveWeights());
    try (NDManager scratch = manager.newSubManager()) {
      double loss;
      if (head == null) {
        loss = gradients(pass, order, from, count, dropout, signs, weights, scratch);
      } else {
        byte[] tokens = BatchLoader.tokens(split, order, from, count, pass.reversed());
        float[] logits = head.logits(front.values(tokens, count, dropout), count, dropout, scratch);
        float[] slopes = new float[logits.length];
        loss = CrossEntropy.mean(logits, signs, weights, slopes);
        front.backward(head.backward(slopes, scratch));
      }
      adam.step(scratch, pass.learningRate());
      return loss;
    }
  }

  /** The loss of a batch; its gradients, as far as they go, by the engine's own way back. */
  private double gradients(
      Pass pass,
      int[] order,
      int from,
      int count,
      List<DropoutMasks> dropout,
      float[] signs,
      float[] weights,
      NDManager scratch) {
    try (GradientCollector collector = choice.engine().newGradientCollector()) {
      NDArray logits = logits(pass.split(), order, from, count, pass.reversed(), dropout, scratch);
      NDArray signed = scratch.create(signs, logits.getShape());
      NDArray loss =
          weights == null
              ? CrossEntropy.mean(logits, signed)
              : CrossEntropy.weightedMean(
                  logits, signed, scratch.create(weights, logits.getShape()));
      collector.backward(loss);
      if (front != null) {
        front.backward();
      }
      return loss.getFloat();
    }
  }

  /** Logits of a split with the running statistics, row-major {@code [N, classes]}. */
  public float[] logits(TokenSource split) {
    int[] order = IntStream.range(0, split.size()).toArray();
    int classes = split.classes();
    float[] logits = new float[Math.multiplyExact(order.length, classes)];
    for (int from = 0; from < order.length; from += EVALUATION_BATCH) {
      int count = Math.min(EVALUATION_BATCH, order.length - from);
      try (NDManager scratch = manager.newSubManager()) {
        float[] part =
            logits(split, order, from, count, new BitSet(), null, scratch).toFloatArray();
        System.arraycopy(part, 0, logits, from * classes, part.length);
      }
    }
    return logits;
  }

  private NDArray logits(
      TokenSource split,
      int[] order,
      int from,
      int count,
      BitSet reversed,
      List<DropoutMasks> dropout,
      NDManager scratch) {
    if (front == null) {
      return network.logits(loader.oneHot(split, order, from, count, reversed, scratch), dropout);
    }
    byte[] tokens = BatchLoader.tokens(split, order, from, count, reversed);
    NDArray pooled = front.pooled(tokens, count, dropout, scratch);
    return network.after(front.blocks(), pooled, dropout);
  }

  /** Mean binary cross-entropy of logits {@code [N, classes]} against the split's labels. */
  public static double loss(float[] logits, TokenSource split) {
    byte[] labels = new byte[split.classes()];
    double sum = 0;
    for (int row = 0; row < split.size(); row++) {
      split.labels().copyRow(row, labels, 0);
      sum += CrossEntropy.sum(logits, row * labels.length, labels);
    }
    return sum / split.size() / labels.length;
  }

  /** The current tensors. */
  public NetworkWeights weights() {
    return parameters.snapshot();
  }

  /** Replaces the tensors, leaving the optimiser alone. */
  public void load(NetworkWeights weights) {
    parameters.load(weights);
  }

  /** The state after the last epoch. */
  public TrainingState state() {
    Adam.State moments = adam.snapshot();
    return new TrainingState(weights(), moments.steps(), moments.first(), moments.second());
  }

  /** Goes back to a state. */
  public void restore(TrainingState state) {
    parameters.load(state.weights());
    adam.load(new Adam.State(state.steps(), state.firstMoment(), state.secondMoment()));
  }

  private List<DropoutMasks> dropout(TokenSource split, int epoch, int batch) {
    List<DropoutMasks> masks = new ArrayList<>();
    List<LayerShape> shapes = architecture.layers(split.window(), split.classes());
    for (int i = 0; i < architecture.convolutions().size(); i++) {
      ConvolutionBlock block = architecture.convolutions().get(i);
      String last = (block.pool() == null ? "conv" : "pool") + (i + 1);
      int filled = (int) parameters.array("conv" + (i + 1) + ".weight").getShape().get(0);
      int values = values(shapes, last) / block.filters() * filled;
      addMasks(masks, block.dropout(), batch * values, epoch);
    }
    for (DenseBlock block : architecture.dense()) {
      addMasks(masks, block.dropout(), batch * block.units(), epoch);
    }
    return masks;
  }

  private void addMasks(List<DropoutMasks> masks, double rate, int values, int epoch) {
    if (rate > 0) {
      long index = epoch * 64L + masks.size();
      masks.add(
          new DropoutMasks(
              manager, rate, values, Randomness.stream(seed, Randomness.Purpose.DROPOUT, index)));
    }
  }

  private static int values(List<LayerShape> shapes, String layer) {
    for (LayerShape shape : shapes) {
      if (shape.layer().equals(layer)) {
        return shape.channels() * shape.length();
      }
    }
    throw new IllegalStateException("no layer " + layer);
  }

  @Override
  public void close() {
    manager.close();
  }
}
