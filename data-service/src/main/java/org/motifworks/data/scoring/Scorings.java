package org.motifworks.data.scoring;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.motifworks.data.input.RequestJson;
import org.motifworks.data.input.ServerFiles;
import org.motifworks.data.source.SourceProblem;
import org.motifworks.kit.job.Job;
import org.motifworks.kit.job.JobQueue;
import org.motifworks.kit.job.NewJob;
import org.motifworks.kit.page.Page;
import org.motifworks.kit.problem.Problem;

/** What can be done with bulk scorings. A scoring is its job, and whether it was retired. */
@Singleton
class Scorings {

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
  @Transactional
  ScoringView view(String id) {
    return view(job(id));
  }

  /** Where files lie that may be named. */
  ScoringInputs inputs() {
    return new ScoringInputs(files.folders());
  }

  /** Newest first, from after {@code before} on. */
  @Transactional
  Page<ScoringView> list(int limit, Optional<String> before) {
    Page<Job> jobs = queue.list(List.of(ScoringJobs.KIND), Set.of(), before, limit);
    Set<String> retired = RetiredScoringEntity.among(jobs.items().stream().map(Job::id).toList());
    return jobs.map(job -> ScoringView.of(job, retired.contains(job.id())));
  }

  /**
   * Cancels one that has not ended; one that has stays as it is.
   *
   * @throws Problem {@code scoring.unknown}
   */
  @Transactional
  ScoringView cancel(String id) {
    job(id);
    return queue
        .requestCancel(id, "asked for over REST")
        .map(this::view)
        .orElseThrow(() -> ScoringProblems.unknown(id));
  }

  /**
   * Retires one that has ended, so that its table is garbage; cancels one that has not.
   *
   * @throws Problem {@code scoring.unknown}
   */
  @Transactional
  ScoringView remove(String id) {
    Job job = job(id);
    if (!job.state().isTerminal()) return cancel(id);
    RetiredScoringEntity.add(id);
    return ScoringView.of(job, true);
  }

  private Job job(String id) {
    return queue
        .find(id)
        .filter(job -> job.kind().equals(ScoringJobs.KIND))
        .orElseThrow(() -> ScoringProblems.unknown(id));
  }

  private ScoringView view(Job job) {
    return ScoringView.of(job, !RetiredScoringEntity.among(List.of(job.id())).isEmpty());
  }
}
