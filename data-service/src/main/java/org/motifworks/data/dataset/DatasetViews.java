package org.motifworks.data.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.motifworks.data.job.Progress;
import org.motifworks.data.source.DatasetSource;
import org.motifworks.kit.job.Job;
import org.motifworks.kit.problem.Problem;

/** Puts together what the public API shows from a dataset's row and its job. */
final class DatasetViews {

  private DatasetViews() {}

  static DatasetView of(DatasetEntity row, Job job) {
    // From the row that tells the state: a dataset seen as ready shows what was made.
    Optional<DatasetResult> result =
        job.result().map(json -> DatasetJson.read(json, DatasetResult.class));
    return new DatasetView(
        row.id,
        row.name,
        DatasetState.of(job.state(), row.retiredAt != null, row.deletedAt != null),
        DatasetJson.read(row.source, DatasetSource.class),
        job.createdAt(),
        job.startedAt(),
        job.endedAt(),
        progress(job.progress()),
        result.map(DatasetResult::classes),
        result.map(r -> OptionalInt.of(r.window())).orElse(OptionalInt.empty()),
        result.map(DatasetResult::counts),
        result.map(DatasetResult::positives),
        result.map(DatasetResult::ref),
        Optional.ofNullable(row.baseId),
        result.map(DatasetResult::warnings).orElse(List.of()),
        job.failure().map(Problem::details));
  }

  private static Progress progress(Optional<JsonNode> saved) {
    return saved.map(json -> DatasetJson.read(json, Progress.class)).orElse(Progress.NONE);
  }
}
