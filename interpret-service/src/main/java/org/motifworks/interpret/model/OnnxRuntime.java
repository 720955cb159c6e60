package org.motifworks.interpret.model;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.motifworks.inference.InferencePool;
import org.motifworks.inference.check.CheckedGraph;
import org.motifworks.inference.check.GraphCheck;
import org.motifworks.inference.check.GraphLimits;
import org.motifworks.inference.check.GraphRefused;
import org.motifworks.inference.check.GraphSignature;

/**
 * ONNX Runtime in this process: one device, one thread pool, both chosen once.
 *
 * <p>All sessions share the pool, so that ten loaded models use no more threads than one. Its
 * threads sleep when there is nothing to do instead of spinning: on a shared machine spinning slows
 * the others and itself.
 */
public final class OnnxRuntime {
  private static final long BATCH_BYTES = 64L << 20;
  private static final GraphCheck CHECK = new GraphCheck(GraphLimits.DEFAULT);

  private final OrtEnvironment environment;
  private final boolean gpu;
  private final int threads;
  private final InferencePool pool;

  private OnnxRuntime(OrtEnvironment environment, boolean gpu, int threads) {
    this.environment = environment;
    this.gpu = gpu;
    this.threads = threads;
    this.pool = new InferencePool(threads);
  }

  /**
   * Starts ONNX Runtime. The thread count of the first call in a process stays in force.
   *
   * @param threads of the shared pool; the container's processors when 0
   * @throws InferenceException {@code device.missing}
   */
  public static OnnxRuntime start(DeviceChoice choice, int threads) {
    int count = threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
    OrtEnvironment environment = Environment.get(count);
    if (choice == DeviceChoice.CPU) return new OnnxRuntime(environment, false, count);
    try {
      requireCuda();
      return new OnnxRuntime(environment, true, count);
    } catch (InferenceException e) {
      if (choice == DeviceChoice.GPU) throw e;
      return new OnnxRuntime(environment, false, count);
    }
  }

  /** {@code cpu} or {@code gpu}. */
  public String device() {
    return gpu ? "gpu" : "cpu";
  }

  /** Threads of the shared pool. */
  public int threads() {
    return threads;
  }

  /** Version of the library. */
  public String version() {
    return environment.getVersion();
  }

  /** As many threads again, for what is computed outside the library; they end when idle. */
  InferencePool pool() {
    return pool;
  }

  OrtEnvironment environment() {
    return environment;
  }

  /**
   * Reads a graph and looks through it; what passes may be run.
   *
   * @throws InferenceException with the codes of {@link GraphRefused}
   */
  CheckedGraph check(Path file, GraphSignature signature) {
    try {
      return CHECK.check(file, signature);
    } catch (GraphRefused e) {
      throw new InferenceException(e.code(), e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  /**
   * Opens a graph, as it was checked: the library never sees the file.
   *
   * @throws InferenceException as {@link #check}
   */
  OnnxGraph open(Path file, GraphSignature signature) {
    return open(file, signature, BATCH_BYTES);
  }

  /**
   * The same.
   *
   * @param batchBytes that a batch may take while it is computed; a larger one is computed in parts
   */
  OnnxGraph open(Path file, GraphSignature signature, long batchBytes) {
    String name = String.valueOf(file.getFileName());
    CheckedGraph graph = check(file, signature);
    try (SessionOptions options = new SessionOptions()) {
      options.disablePerSessionThreads();
      options.setDeterministicCompute(true);
      if (gpu) options.addCUDA(0);
      OrtSession session = environment.createSession(graph.bytes(), options);
      return new OnnxGraph(this, name, session, graph.footprint(), batchBytes);
    } catch (OrtException e) {
      throw new InferenceException(
          "model.corrupt", name + " is no graph that can be run: " + e.getMessage(), e);
    }
  }

  /** Adding the provider is what loads CUDA's libraries: its failure says what is missing. */
  private static void requireCuda() {
    if (!OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA)) {
      throw new InferenceException(
          "device.missing",
          "A GPU was asked for, but this build holds ONNX Runtime for the CPU. Build with a GPU"
              + " profile, or set motifworks.inference.device to cpu or auto.");
    }
    try (SessionOptions options = new SessionOptions()) {
      options.addCUDA(0);
    } catch (OrtException e) {
      throw new InferenceException(
          "device.missing",
          "A GPU was asked for, but CUDA could not be started: " + e.getMessage(),
          e);
    }
  }

  /** The library allows one environment in a process, with the options of its first creation. */
  private static final class Environment {
    private static OrtEnvironment environment;

    static synchronized OrtEnvironment get(int threads) {
      if (environment == null) environment = create(threads);
      return environment;
    }

    private static OrtEnvironment create(int threads) {
      try (OrtEnvironment.ThreadingOptions options = new OrtEnvironment.ThreadingOptions()) {
        options.setGlobalIntraOpNumThreads(threads);
        options.setGlobalInterOpNumThreads(1);
        options.setGlobalSpinControl(false);
        return OrtEnvironment.getEnvironment(
            OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "motifworks", options);
      } catch (OrtException e) {
        throw new InferenceException(
            "inference.failed", "ONNX Runtime could not be started: " + e.getMessage(), e);
      }
    }
  }
}
