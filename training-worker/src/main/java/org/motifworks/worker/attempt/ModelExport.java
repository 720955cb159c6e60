package org.motifworks.worker.attempt;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.motifworks.contracts.model.ModelDescription;
import org.motifworks.contracts.model.ModelFiles;
import org.motifworks.contracts.model.TestMetrics;
import org.motifworks.contracts.training.AttemptMessage;
import org.motifworks.contracts.training.AttemptSpec;
import org.motifworks.core.architecture.ConvolutionBlock;
import org.motifworks.core.dataset.Split;
import org.motifworks.worker.check.ExportCheck;
import org.motifworks.worker.check.GraphSession;
import org.motifworks.worker.network.EngineChoice;
import org.motifworks.worker.network.NetworkTrainer;
import org.motifworks.worker.network.NetworkWeights;
import org.motifworks.worker.network.TokenSource;
import org.motifworks.worker.onnx.FoldedNetwork;
import org.motifworks.worker.onnx.GradientRule;
import org.motifworks.worker.onnx.ModelGraphs;

/** Writes the model folder of the best epoch and proves its graphs against the engine. */
final class ModelExport {

  private final AttemptSpec spec;
  private final TrainingData data;
  private final NetworkTrainer trainer;
  private final EngineChoice engine;

  ModelExport(AttemptSpec spec, TrainingData data, NetworkTrainer trainer, EngineChoice engine) {
    this.spec = spec;
    this.data = data;
    this.trainer = trainer;
    this.engine = engine;
  }

  /**
   * Writes all files.
   *
   * @throws AttemptException {@code export.mismatch}
   */
  AttemptMessage.Succeeded write(Progress progress) throws IOException, OrtException {
    NetworkWeights weights = progress.bestWeights();
    trainer.load(weights);
    ModelFolder folder = new ModelFolder(Path.of(spec.outputFolder()));
    ModelGraphs graphs =
        new ModelGraphs(
            FoldedNetwork.of(
                spec.architecture(),
                data.window(),
                data.classes().size(),
                weights,
                spec.settings().batchNormEpsilon()),
            metadata());
    byte[] predict = graphs.predict();
    byte[] filters = graphs.filters();
    byte[] saliency = graphs.saliency(GradientRule.GUIDED);
    byte[] plain = graphs.saliency(GradientRule.PLAIN);
    TokenSource test = data.split(Split.TEST);
    float[] engineLogits = trainer.logits(test);
    float[] graphLogits;
    ModelDescription.ExportCheck check;
    try (GraphSession session = new GraphSession(predict, spec.threads())) {
      graphLogits = ExportCheck.logits(session, test);
      check = compare(session, engineLogits, graphLogits);
    }
    checkFilters(filters, test);
    checkSaliency(ModelFiles.SALIENCY, saliency, test, graphLogits);
    checkSaliency(ModelFiles.SALIENCY_PLAIN, plain, test, graphLogits);
    TestMetrics metrics = TestScores.of(graphLogits, test, data.classes());
    folder.graph(ModelFiles.PREDICT, predict);
    folder.graph(ModelFiles.FILTERS, filters);
    folder.graph(ModelFiles.SALIENCY, saliency);
    folder.graph(ModelFiles.SALIENCY_PLAIN, plain);
    folder.weights(weights);
    folder.sample(test, engineLogits);
    folder.logits(ModelFiles.TEST_LOGITS, graphLogits, test.size(), test.classes());
    folder.json(ModelFiles.DRIFT, DriftCounting.of(data.split(Split.TRAIN), graphLogits));
    folder.json(ModelFiles.HISTORY, progress.history());
    folder.json(ModelFiles.DESCRIPTION, description(progress, metrics, check));
    return new AttemptMessage.Succeeded(
        progress.epoch(),
        progress.bestEpoch(),
        progress.bestLoss(),
        metrics.auRocMean(),
        metrics.auRocSd(),
        metrics.auPrMean(),
        check.largestLogitDifference());
  }

  /**
   * Compares the test split and, so that a small one is not the only witness, the validation split.
   */
  private ModelDescription.ExportCheck compare(
      GraphSession session, float[] engineLogits, float[] graphLogits) throws OrtException {
    TokenSource validation = data.split(Split.VALIDATION);
    double difference =
        Math.max(
            ExportCheck.largestDifference(engineLogits, graphLogits),
            ExportCheck.largestDifference(
                trainer.logits(validation), ExportCheck.logits(session, validation)));
    if (!(difference <= ExportCheck.ALLOWED)) {
      throw mismatch(
          "a logit of predict.onnx differs by "
              + difference
              + " from the engine's, allowed are "
              + ExportCheck.ALLOWED);
    }
    int sequences = data.split(Split.TEST).size() + validation.size();
    return new ModelDescription.ExportCheck(sequences, difference, ExportCheck.ALLOWED);
  }

  private void checkFilters(byte[] filters, TokenSource test) throws OrtException {
    try (GraphSession session = new GraphSession(filters, spec.threads())) {
      if (!ExportCheck.filtersAreSound(session, test)) {
        throw mismatch("filters.onnx gives numbers that are not finite");
      }
    }
  }

  private void checkSaliency(String name, byte[] graph, TokenSource test, float[] logits)
      throws OrtException {
    try (GraphSession session = new GraphSession(graph, spec.threads())) {
      if (!ExportCheck.saliencyIsSound(session, test, logits)) {
        throw mismatch(name + " gives numbers that are not finite, or nothing but zeros");
      }
    }
  }

  private static AttemptException mismatch(String detail) {
    return new AttemptException(
        "export.mismatch", detail, "Report this with model and dataset; train with another seed.");
  }

  private ModelDescription description(
      Progress progress, TestMetrics metrics, ModelDescription.ExportCheck check) {
    ConvolutionBlock first = spec.architecture().convolutions().get(0);
    return new ModelDescription(
        ModelDescription.FORMAT,
        spec.architecture(),
        data.classes(),
        data.window(),
        spec.architecture().parameters(data.window(), data.classes().size()),
        first.filters(),
        first.size(),
        progress.epoch(),
        progress.bestEpoch(),
        progress.bestLoss(),
        metrics,
        check,
        new ModelDescription.Provenance(
            spec.datasetManifestSha256(),
            spec.settings(),
            spec.seed(),
            spec.threads(),
            engine.deviceLabel(),
            engine.djlVersion(),
            engine.libTorchVersion(),
            GraphSession.version(),
            NetworkTrainer.ARITHMETIC));
  }

  private Map<String, String> metadata() {
    return Map.of(
        "motifworks.architecture", spec.architecture().toJson(),
        "motifworks.classes", String.join("\t", data.classes()),
        "motifworks.dataset.manifest.sha256", spec.datasetManifestSha256(),
        "motifworks.seed", Long.toString(spec.seed()),
        "motifworks.threads", Integer.toString(spec.threads()),
        "motifworks.device", engine.deviceLabel(),
        "motifworks.libtorch", engine.libTorchVersion());
  }
}
