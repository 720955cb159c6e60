package org.motifworks.data.scoring;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.motifworks.kit.artifact.StoredArtifact;
import org.motifworks.kit.garbage.GarbageRule;
import org.motifworks.kit.garbage.JobOutputs;
import org.motifworks.kit.job.JobQueue;

/** Which tables are garbage: those of attempts that did not count, and of retired scorings. */
@Singleton
public class ScoringTables implements GarbageRule {

  private final JobOutputs outputs;

  ScoringTables(JobQueue queue) {
    this.outputs = new JobOutputs(queue);
  }

  @Override
  @Transactional
  public Optional<String> reason(StoredArtifact artifact, Instant before) {
    Optional<String> reason = outputs.reason(artifact, before);
    if (reason.isPresent()) return reason;
    String scoring = artifact.key().split("/")[1];
    boolean retired = !RetiredScoringEntity.among(List.of(scoring)).isEmpty();
    return retired ? Optional.of("its scoring was deleted") : Optional.empty();
  }
}
