package org.motifworks.worker.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.motifworks.contracts.bench.BenchMessage;
import org.motifworks.contracts.bench.BenchMessage.Finished;
import org.motifworks.contracts.bench.BenchMessage.Machine;
import org.motifworks.contracts.bench.BenchMessage.Progress;
import org.motifworks.contracts.bench.BenchMessage.Rates;
import org.motifworks.contracts.bench.Comparison;
import org.motifworks.core.architecture.Architecture;
import org.motifworks.core.architecture.ArchitecturePresets;
import org.motifworks.core.architecture.ConvolutionBlock;
import org.motifworks.core.architecture.DenseBlock;
import org.motifworks.core.architecture.SamePadding;
import org.motifworks.core.architecture.TrainingPresets;
import org.motifworks.core.architecture.TrainingSettings;
import org.motifworks.worker.check.GraphSession;
import org.motifworks.worker.network.InitialWeights;
import org.motifworks.worker.network.NetworkWeights;
import org.motifworks.worker.network.Parameter;
import org.motifworks.worker.network.ParameterPlan;
import org.motifworks.worker.onnx.FoldedNetwork;
import org.motifworks.worker.onnx.ModelGraphs;

/** Measures every path of every architecture, telling how far it is. */
public final class Bench {

  /** What people are told about, in this order. */
  public static final List<String> ARCHITECTURES = List.of("cnn-25", "cnn-2");

  private static final List<String> PATHS = List.of("scan", "predict", "saliency", "train");
  private static final int SEQUENCES = 4096;
  private static final int BATCH = 256;

  /** As many at once as the interpreter scans. */
  private static final int SCAN_BATCH = 1024;

  /** Of each path's: an epoch is long, and the JVM compiles more of it. */
  private static final int TRAINING_PATIENCE = 3;

  private static final long SEED = 1;

  private final List<String> names;
  private final int slots;
  private final Path folder;
  private final Duration patience;
  private final Consumer<BenchMessage> messages;
  private final int threads = Runtime.getRuntime().availableProcessors();
  private int done;

  /**
   * @param names presets to measure
   * @param slots training processes at once
   * @param folder for temporary files
   * @param patience with each path of each architecture; three times as much with training
   */
  public Bench(
      List<String> names,
      int slots,
      Path folder,
      Duration patience,
      Consumer<BenchMessage> messages) {
    this.names = List.copyOf(names);
    this.slots = slots;
    this.folder = folder;
    this.patience = patience;
    this.messages = messages;
  }

  /** Measures all; the last message is the result. */
  public void run() throws Exception {
    Map<String, Rates> architectures = new LinkedHashMap<>();
    double sgemm = 0;
    for (String name : names) {
      Architecture architecture = ArchitecturePresets.named(name);
      Map<String, Comparison> paths = inference(architecture);
      announce(name, "train");
      try (TrainingDuel duel = new TrainingDuel(name, slots, folder)) {
        paths.put("train", duel.measure(patience.multipliedBy(TRAINING_PATIENCE)));
        sgemm = Math.max(sgemm, duel.sgemmGflops());
      }
      double share = paths.get("train").rate() * trainingOperations(architecture) / (sgemm * 1e9);
      architectures.put(name, new Rates(paths, share));
    }
    Map<String, String> engines = Map.of("ONNX Runtime", GraphSession.version());
    messages.accept(new Finished(new Machine(threads, slots, sgemm, engines), architectures));
  }

  private Map<String, Comparison> inference(Architecture architecture) throws Exception {
    TrainingSettings settings = TrainingPresets.named(TrainingPresets.DEFAULT);
    List<Parameter> plan = ParameterPlan.of(architecture, Sample.WINDOW, Sample.CLASSES);
    NetworkWeights weights = InitialWeights.draw(plan, settings.initialisation(), SEED);
    ModelGraphs graphs =
        new ModelGraphs(
            FoldedNetwork.of(
                architecture, Sample.WINDOW, Sample.CLASSES, weights, settings.batchNormEpsilon()),
            Map.of());
    Sample sample = Sample.of(SEQUENCES);
    Map<String, Comparison> paths = new LinkedHashMap<>();
    try (ModelPaths ours = new ProductPaths(graphs, sample, threads);
        ModelPaths library = new LibraryPaths(graphs, sample, threads)) {
      for (String path : PATHS.subList(0, 3)) {
        announce(architecture.name(), path);
        paths.put(path, Duel.of(batches(path, ours), batches(path, library), patience));
      }
    }
    return paths;
  }

  private void announce(String architecture, String path) {
    int total = names.size() * PATHS.size();
    messages.accept(new Progress(done++, total, architecture + " " + path));
  }

  /** The whole sample in batches through one path. */
  static Contender batches(String path, ModelPaths engine) {
    return new Contender() {
      @Override
      public int sequences() {
        return SEQUENCES;
      }

      @Override
      public float[] run() throws Exception {
        int batch = path.equals("scan") ? SCAN_BATCH : BATCH;
        float[] all = null;
        for (int from = 0; from < SEQUENCES; from += batch) {
          float[] part = batch(path, engine, from, batch);
          if (all == null) all = new float[part.length * (SEQUENCES / batch)];
          System.arraycopy(part, 0, all, from / batch * part.length, part.length);
        }
        return all;
      }
    };
  }

  private static float[] batch(String path, ModelPaths engine, int from, int count)
      throws Exception {
    return switch (path) {
      case "scan" -> engine.scan(from, count);
      case "predict" -> engine.predict(from, count);
      case "saliency" -> engine.saliency(from, count);
      default -> throw new IllegalArgumentException("no path " + path);
    };
  }

  /**
   * Additions and multiplications of convolutions and dense layers for one sequence: forward, and
   * backward by weights and, but for the first layer, by inputs.
   */
  static double trainingOperations(Architecture architecture) {
    double operations = 0;
    int channels = 4;
    int length = Sample.WINDOW;
    for (ConvolutionBlock block : architecture.convolutions()) {
      length = SamePadding.of(length, block.span(), block.stride()).outputLength();
      double products = (double) block.filters() * channels * block.size() * length;
      operations += 2 * products * (operations == 0 ? 2 : 3);
      channels = block.filters();
      if (block.pool() != null) {
        length = SamePadding.of(length, block.pool().size(), block.pool().stride()).outputLength();
      }
    }
    double inputs = (double) channels * length;
    for (DenseBlock block : architecture.dense()) {
      operations += 6 * inputs * block.units();
      inputs = block.units();
    }
    return operations + 6 * inputs * Sample.CLASSES;
  }
}
