package org.motifworks.interpret.interpretation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.motifworks.contracts.interpretation.Interpretation;
import org.motifworks.contracts.interpretation.InterpretationSettings;
import org.motifworks.contracts.interpretation.LayerFinding;
import org.motifworks.contracts.model.ModelDescription;
import org.motifworks.contracts.model.TrainingHistory;
import org.motifworks.core.dataset.Dataset;
import org.motifworks.core.dataset.DatasetSplit;
import org.motifworks.core.dataset.Split;
import org.motifworks.core.jaspar.JasparDatabase;
import org.motifworks.interpret.filter.FilterAnalysis;
import org.motifworks.interpret.filter.FilterScan;
import org.motifworks.interpret.filter.InterpretedLayer;
import org.motifworks.interpret.model.InferenceException;
import org.motifworks.interpret.model.InferenceSession;
import org.motifworks.interpret.saliency.SaliencyAnalysis;

/**
 * Interprets a model: a function of the model, the dataset and the settings, which knows neither
 * ids nor time and gives the same bytes again.
 */
public final class Interpreter {
  private final InterpretationSettings settings;

  public Interpreter(InterpretationSettings settings) {
    this.settings = settings;
  }

  /**
   * What is interpreted.
   *
   * @param modelSha256 hash of the model's manifest
   * @param datasetSha256 hash of the dataset's manifest
   */
  public record Subject(
      ModelDescription model,
      TrainingHistory history,
      InferenceSession session,
      String modelSha256,
      Dataset dataset,
      String datasetSha256) {}

  /**
   * Writes all files of the artifact into an empty folder.
   *
   * @throws InferenceException {@code model.dataset-mismatch} when the model was not made for such
   *     a dataset
   * @throws java.util.concurrent.CancellationException when the thread was interrupted
   */
  public Interpretation interpret(Subject subject, Path folder) throws IOException {
    requireFit(subject);
    JasparDatabase jaspar = jaspar();
    DatasetSplit test = subject.dataset().split(Split.TEST);
    FilterAnalysis analysis =
        new FilterAnalysis(settings, jaspar, subject.dataset().description().classes());
    List<InterpretedLayer> layers =
        analysis.layers(new FilterScan(subject.session(), subject.model()).scan(test.sequences()));
    LayerFinding first = layers.get(0).finding();
    SaliencyAnalysis.Result saliency =
        new SaliencyAnalysis(subject.session(), subject.model().classes(), settings).of(test);
    Interpretation interpretation =
        new Interpretation(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Interpretation.FORMAT,
            subject.model().architecture().name(),
            subject.model().classes(),
            subject.model().window(),
            settings,
            settings.digest(),
            first.filterCount(),
            first.deadFilters(),
            first.summaries(),
            settings.primaryRule(),
            settings.primaryClip(),
            first.filters(),
            layers.stream().skip(1).map(InterpretedLayer::finding).toList(),
            saliency.finding(),
            new Interpretation.Provenance(
                subject.modelSha256(), subject.datasetSha256(), test.size()));
    new InterpretationWriter(folder)
        .write(interpretation, layers, saliency.maps(), subject, jaspar);
    return interpretation;
  }

  private JasparDatabase jaspar() {
    JasparDatabase newest = JasparDatabase.newest();
    return newest.release().equals(settings.jaspar()) ? newest : JasparDatabase.jaspar2016();
  }

  private static void requireFit(Subject subject) {
    List<String> classes = subject.dataset().description().classes();
    int window = subject.dataset().description().window();
    if (classes.equals(subject.model().classes()) && window == subject.model().window()) return;
    throw new InferenceException(
        "model.dataset-mismatch",
        "the model takes "
            + subject.model().window()
            + " nt and tells "
            + subject.model().classes()
            + ", the dataset has "
            + window
            + " nt and "
            + classes);
  }
}
