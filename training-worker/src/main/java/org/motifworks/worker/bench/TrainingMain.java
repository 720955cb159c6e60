package org.motifworks.worker.bench;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.motifworks.contracts.training.ComputeDevice;
import org.motifworks.core.architecture.Architecture;
import org.motifworks.core.architecture.ArchitecturePresets;
import org.motifworks.core.architecture.TrainingPresets;
import org.motifworks.core.architecture.TrainingSettings;
import org.motifworks.worker.check.ExportCheck;
import org.motifworks.worker.network.EngineChoice;
import org.motifworks.worker.network.NetworkTrainer;
import org.motifworks.worker.network.TokenSource;

/**
 * One training process that is measured: {@code TrainingMain product|library ARCHITECTURE FOLDER}.
 * It prints {@code ready DIFFERENCE}, then does what each line of its input says, {@code epoch} or
 * {@code sgemm}, and prints {@code done}; the end of the input ends it.
 */
public final class TrainingMain {

  /**
   * Of an epoch: a few dozen batches, that what an epoch needs once counts as little as it does.
   */
  static final int SEQUENCES = 4000;

  /** Rows and columns of the matrices of one product, and products of one {@code sgemm}. */
  static final int SIDE = 1024;

  static final int PRODUCTS = 16;

  private static final int COMPARED = 500;
  private static final long SEED = 1;

  private TrainingMain() {}

  /** Serves until its input ends. */
  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(System.err);
    Architecture architecture = ArchitecturePresets.named(arguments[1]);
    TrainingSettings settings = TrainingPresets.named(TrainingPresets.DEFAULT);
    Sample sample = Sample.of(SEQUENCES);
    TokenSource data = sample.mapped(Path.of(arguments[2]));
    if (arguments[0].equals("library")) {
      try (EasyTrainLoop loop = new EasyTrainLoop(architecture, settings, sample)) {
        loop.run();
        serve(out, difference(loop, architecture, settings, data), loop);
      }
    } else {
      serve(out, 0, ours(architecture, settings, data));
    }
    Runtime.getRuntime().halt(0);
  }

  private static Contender ours(
      Architecture architecture, TrainingSettings settings, TokenSource data) {
    NetworkTrainer trainer = trainer(architecture, settings, EngineChoice.start(CPU, 1));
    return new Contender() {
      private int epoch;

      @Override
      public int sequences() {
        return data.size();
      }

      @Override
      public float[] run() {
        trainer.trainEpoch(data, ++epoch, settings.learningRate(), null);
        return new float[0];
      }
    };
  }

  private static final ComputeDevice CPU = ComputeDevice.CPU;

  private static NetworkTrainer trainer(
      Architecture architecture, TrainingSettings settings, EngineChoice engine) {
    return new NetworkTrainer(engine, architecture, settings, Sample.WINDOW, Sample.CLASSES, SEED);
  }

  /** Both networks with the weights that the library trained: the largest difference of a logit. */
  private static double difference(
      EasyTrainLoop loop, Architecture architecture, TrainingSettings settings, TokenSource data) {
    float[] wanted = loop.logits(COMPARED);
    int threads = Runtime.getRuntime().availableProcessors();
    try (NetworkTrainer trainer =
        trainer(architecture, settings, EngineChoice.start(CPU, threads))) {
      trainer.load(loop.weights());
      float[] found = Arrays.copyOf(trainer.logits(data), wanted.length);
      return ExportCheck.largestDifference(found, wanted);
    }
  }

  private static void serve(PrintStream out, double difference, Contender contender)
      throws Exception {
    out.println("ready " + difference);
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.equals("sgemm")) {
        sgemm();
      } else if (line.equals("epoch")) {
        contender.run();
      } else {
        throw new IOException("what is '" + line + "'?");
      }
      out.println("done");
    }
  }

  private static void sgemm() {
    try (NDManager manager = Engine.getEngine("PyTorch").newBaseManager()) {
      NDArray a = manager.ones(new Shape(SIDE, SIDE), DataType.FLOAT32);
      for (int i = 0; i < PRODUCTS; i++) {
        a.matMul(a).close();
      }
    }
  }
}
