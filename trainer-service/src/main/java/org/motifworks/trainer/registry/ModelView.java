package org.motifworks.trainer.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.contracts.model.TestMetrics;
import org.motifworks.trainer.dataset.DatasetName;

/**
 * A model as the API shows it.
 *
 * @param id the run's id, or that of the import
 * @param architecture its name; absent for an imported model, as are {@code dataset} and all
 *     figures of training
 * @param window length of its sequences in nt
 * @param auRoc mean over classes on the test split; absent where no class has both labels
 * @param auRocSd standard deviation over classes
 * @param bestEpoch whose weights these are, of {@code epochs} run
 * @param selfCheckDifference largest difference of a logit between the exported graph and the
 *     engine that trained it
 * @param imported what file it came from; absent for a model that was trained here
 * @param retiredAt since when no alias may be given to it; absent while one may
 * @param deletedAt since when its files are given up; absent while they are there
 * @param named the name it was asked for by, where that was not its id
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModelView(
    String id,
    String architecture,
    DatasetName dataset,
    ArtifactRef ref,
    List<String> classes,
    int window,
    Long parameters,
    Long seed,
    Double auRoc,
    Double auRocSd,
    Double auPr,
    Double auPrSd,
    List<TestMetrics.ClassMetrics> perClass,
    Integer epochs,
    Integer bestEpoch,
    Double selfCheckDifference,
    InterpretationView interpretation,
    ImportOrigin imported,
    Instant createdAt,
    Instant retiredAt,
    Instant deletedAt,
    ModelName named) {

  ModelView named(ModelName name) {
    return new ModelView(
        id,
        architecture,
        dataset,
        ref,
        classes,
        window,
        parameters,
        seed,
        auRoc,
        auRocSd,
        auPr,
        auPrSd,
        perClass,
        epochs,
        bestEpoch,
        selfCheckDifference,
        interpretation,
        imported,
        createdAt,
        retiredAt,
        deletedAt,
        name);
  }
}
