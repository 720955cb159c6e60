package org.motifworks.data.scoring;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.motifworks.data.input.RequestJson;
import org.motifworks.data.input.ServerFiles;
import org.motifworks.data.source.SourceProblem;
import org.motifworks.kit.job.JobQueue;
import org.motifworks.kit.job.NewJob;
import org.motifworks.kit.page.Page;
import org.motifworks.kit.problem.Problem;

/** What can be done with bulk scorings. A scoring is its job and nothing besides. */
@Singleton
final class Scorings {

  private final JobQueue queue;
  private final ServerFiles files;

  Scorings(JobQueue queue, ServerFiles files) {
    this.queue = queue;
    this.files = files;
  }

  /**
   * Stores a request; a worker sees to it.
   *
   * @param idempotencyKey null or blank for none
   * @throws Problem 400 {@code request.unreadable}; 422 with the code of what is wrong in it, or
   *     with one of its files
   */
  ScoringView request(String json, String idempotencyKey) {
    try {
      ScoringRequest request = RequestJson.read(json, ScoringRequest.class);
      if (request == null) request = RequestJson.read("{}", ScoringRequest.class);
      request.validate();
      request.files().forEach(files::check);
      NewJob job = NewJob.of(ScoringJobs.KIND, request).withIdempotencyKey(idempotencyKey);
      return view(queue.enqueue(job).id());
    } catch (SourceProblem e) {
      throw ScoringProblems.of(e);
    }
  }

  /**
   * One scoring.
   *
   * @throws Problem {@code scoring.unknown}
   */
  ScoringView view(String id) {
    return queue
        .find(id)
        .filter(job -> job.kind().equals(ScoringJobs.KIND))
        .map(ScoringView::of)
        .orElseThrow(() -> ScoringProblems.unknown(id));
  }

  /** Newest first, from after {@code before} on. */
  Page<ScoringView> list(int limit, Optional<String> before) {
    return queue.list(List.of(ScoringJobs.KIND), Set.of(), before, limit).map(ScoringView::of);
  }

  /**
   * Cancels one that has not ended; one that has stays as it is.
   *
   * @throws Problem {@code scoring.unknown}
   */
  ScoringView cancel(String id) {
    view(id);
    return queue
        .requestCancel(id, "asked for over REST")
        .map(ScoringView::of)
        .orElseThrow(() -> ScoringProblems.unknown(id));
  }
}
