package org.motifworks.kit.garbage;

import java.time.Instant;
import java.util.Optional;
import org.motifworks.kit.artifact.StoredArtifact;
import org.motifworks.kit.job.Job;
import org.motifworks.kit.job.JobQueue;

/**
 * Artifacts under {@code <kind>/<job>/...}. The result of a job that succeeded names the one of its
 * attempts that counts, as {@code {"ref": {"key"}}}; until a job has ended, all may be needed.
 */
public final class JobOutputs implements GarbageRule {

  private final JobQueue queue;

  /**
   * @param queue that the jobs' rows are in
   */
  public JobOutputs(JobQueue queue) {
    this.queue = queue;
  }

  @Override
  public Optional<String> reason(StoredArtifact artifact, Instant before) {
    Optional<Job> found = queue.find(artifact.key().split("/")[1]);
    if (found.isEmpty()) return Optional.of("the request it came with was never stored");
    Job job = found.get();
    if (!job.state().isTerminal()) return Optional.empty();
    String counts = job.result().map(result -> result.at("/ref/key").asText()).orElse("");
    if (counts.equals(artifact.key())) return Optional.empty();
    return Optional.of("its job ended without it (" + job.state() + ")");
  }
}
