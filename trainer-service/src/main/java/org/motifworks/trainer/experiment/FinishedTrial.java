package org.motifworks.trainer.experiment;

import java.util.List;
import java.util.Optional;
import org.motifworks.contracts.model.TestMetrics.ClassMetrics;

/**
 * A run that ended in a model.
 *
 * @param classes test metrics of each
 * @param auRoc mean over classes, as {@code auPr}; null where no class has it defined
 * @param auRocSd standard deviation over classes (divisor n), as {@code auPrSd}
 * @param layer once interpreted
 */
record FinishedTrial(
    String architecture,
    int trial,
    List<ClassMetrics> classes,
    Double auRoc,
    Double auRocSd,
    Double auPr,
    Double auPrSd,
    Optional<LayerFigures> layer) {}
