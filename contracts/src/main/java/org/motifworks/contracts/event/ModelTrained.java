package org.motifworks.contracts.event;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalDouble;
import org.motifworks.contracts.artifact.ArtifactRef;

/**
 * A run has ended in a model, exported and checked.
 *
 * @param subject the run's id, which is also the model's
 * @param ref the model's artifact
 * @param datasetId the dataset it was trained on
 * @param dataset that dataset's artifact: an interpreter reads the test split from it
 * @param architecture name of the architecture, such as {@code cnn-25}
 * @param series the series it competes in, if any
 * @param auRoc mean over the classes on the test split; absent where no class has both labels
 * @param auPr likewise, area under the precision-recall curve
 */
public record ModelTrained(
    String subject,
    long version,
    ArtifactRef ref,
    String datasetId,
    ArtifactRef dataset,
    String architecture,
    long seed,
    Optional<String> series,
    OptionalDouble auRoc,
    OptionalDouble auPr)
    implements Fact {
  public ModelTrained {
    requireNonNull(subject, "subject");
    requireNonNull(ref, "ref");
    requireNonNull(datasetId, "datasetId");
    requireNonNull(dataset, "dataset");
    requireNonNull(architecture, "architecture");
    series = series == null ? Optional.empty() : series;
    auRoc = auRoc == null ? OptionalDouble.empty() : auRoc;
    auPr = auPr == null ? OptionalDouble.empty() : auPr;
  }
}
