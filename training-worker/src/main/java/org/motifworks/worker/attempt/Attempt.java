package org.motifworks.worker.attempt;

import ai.onnxruntime.OrtException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.motifworks.contracts.training.AttemptMessage;
import org.motifworks.contracts.training.AttemptSpec;
import org.motifworks.core.architecture.ArchitectureException;
import org.motifworks.core.dataset.DatasetFormatException;
import org.motifworks.core.npy.NpyFormatException;
import org.motifworks.worker.check.GraphSession;
import org.motifworks.worker.network.DeviceUnavailableException;
import org.motifworks.worker.network.DivergedException;
import org.motifworks.worker.network.EngineChoice;
import org.motifworks.worker.network.NetworkTrainer;
import org.motifworks.worker.network.Parameter;
import org.motifworks.worker.network.ParameterPlan;

/** One attempt from specification to model folder, telling the parent what happens. */
public final class Attempt {

  private static final System.Logger LOG = System.getLogger(Attempt.class.getName());

  private final AttemptSpec spec;
  private final MessageWriter messages;

  /** An attempt that reports to {@code messages}. */
  public Attempt(AttemptSpec spec, MessageWriter messages) {
    this.spec = spec;
    this.messages = messages;
  }

  /**
   * Trains, exports, checks; the last message is {@code succeeded} or {@code failed}.
   *
   * @return whether it succeeded
   */
  public boolean run() {
    try {
      messages.send(train());
      return true;
    } catch (AttemptException e) {
      return failed(e.message(), e);
    } catch (ArchitectureException e) {
      return failed(e.code(), e, "Choose an architecture and settings that fit the dataset.");
    } catch (DatasetFormatException e) {
      return failed(e.code(), e, "Make the dataset again.");
    } catch (NpyFormatException e) {
      return failed("dataset.damaged", e, "Make the dataset again.");
    } catch (DivergedException e) {
      return failed("training.diverged", e, "Lower the learning rate.");
    } catch (DeviceUnavailableException e) {
      return failed(
          "device.unavailable", e, "Ask for device auto or cpu, or build with a CUDA profile.");
    } catch (IOException e) {
      return failed(
          "worker.input-output", e, "Look at disk space and permissions, then try again.");
    } catch (OrtException e) {
      return failed("export.unreadable", e, "Report this with the architecture.");
    } catch (OutOfMemoryError e) {
      return failed(
          "worker.out-of-memory", e, "Give the worker a larger heap, or lower the batch size.");
    } catch (RuntimeException | Error e) {
      return failed("worker.internal", e, "Report this with the worker's log.");
    }
  }

  private AttemptMessage.Succeeded train() throws IOException, OrtException {
    try (TrainingData data =
        TrainingData.open(Path.of(spec.datasetFolder()), spec.architecture())) {
      EngineChoice engine = EngineChoice.start(spec.device(), spec.threads());
      int classes = data.classes().size();
      try (NetworkTrainer trainer =
          new NetworkTrainer(
              engine, spec.architecture(), spec.settings(), data.window(), classes, spec.seed())) {
        return train(data, engine, trainer);
      }
    }
  }

  private AttemptMessage.Succeeded train(
      TrainingData data, EngineChoice engine, NetworkTrainer trainer)
      throws IOException, OrtException {
    int classes = data.classes().size();
    Path folder = Files.createDirectories(Path.of(spec.checkpointFolder()));
    CheckpointFile checkpoints = new CheckpointFile(folder, identity(engine));
    List<Parameter> plan = ParameterPlan.of(spec.architecture(), data.window(), classes);
    String notice = null;
    Optional<Checkpoint> checkpoint = Optional.empty();
    try {
      checkpoint = checkpoints.read(plan);
    } catch (UnusableCheckpointException e) {
      notice = e.getMessage() + "; training starts afresh";
      LOG.log(Level.WARNING, spec.label() + ": " + notice);
    }
    checkpoint.ifPresent(found -> trainer.restore(found.state()));
    Progress progress = checkpoint.map(Checkpoint::progress).orElse(Progress.NONE);
    messages.send(
        new AttemptMessage.Started(
            engine.deviceLabel(),
            new TreeMap<>(
                Map.of(
                    "DJL", engine.djlVersion(),
                    "LibTorch", engine.libTorchVersion(),
                    "ONNX Runtime", GraphSession.version())),
            spec.architecture().parameters(data.window(), classes),
            progress.epoch() + 1,
            notice));
    progress = new TrainingLoop(spec, data, trainer, checkpoints, messages).run(progress);
    messages.send(new AttemptMessage.Exporting(progress.epoch(), progress.bestEpoch()));
    return new ModelExport(spec, data, trainer, engine).write(progress);
  }

  /** Digest of all that must be equal for two attempts to give the same bytes. */
  private String identity(EngineChoice engine) throws IOException {
    List<Object> parts =
        List.of(
            spec.datasetManifestSha256(),
            spec.architecture(),
            spec.settings(),
            spec.seed(),
            spec.threads(),
            engine.deviceLabel(),
            engine.djlVersion(),
            engine.libTorchVersion(),
            NetworkTrainer.ARITHMETIC);
    byte[] json = new ObjectMapper().writeValueAsString(parts).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(Digests.sha256(json, json.length));
  }

  private boolean failed(String code, Throwable cause, String action) {
    String detail = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    return failed(new AttemptMessage.Failed(code, detail, action), cause);
  }

  private boolean failed(AttemptMessage.Failed message, Throwable cause) {
    LOG.log(Level.ERROR, spec.label() + " failed: " + message.code(), cause);
    messages.send(message);
    return false;
  }
}
