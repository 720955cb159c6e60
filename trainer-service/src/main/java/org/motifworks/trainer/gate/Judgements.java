package org.motifworks.trainer.gate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.motifworks.contracts.event.ModelRejected;
import org.motifworks.contracts.json.Json;
import org.motifworks.kit.event.Outbox;
import org.motifworks.kit.job.Enqueued;
import org.motifworks.kit.job.Job;
import org.motifworks.kit.job.JobQueue;
import org.motifworks.kit.job.NewJob;
import org.motifworks.kit.page.Page;
import org.motifworks.kit.problem.Problem;
import org.motifworks.trainer.registry.InterpretationView;
import org.motifworks.trainer.registry.ModelView;
import org.motifworks.trainer.registry.Models;
import org.motifworks.trainer.series.Aliases;
import org.motifworks.trainer.series.SeriesProblems;
import org.motifworks.trainer.series.SeriesRegistry;
import org.motifworks.trainer.series.SeriesVersion;
import org.motifworks.trainer.series.SeriesView;

/** Accepts judgements to be made, shows them, and carries out their verdicts. */
@ApplicationScoped
public class Judgements {

  private static final String BY_FORCE = "Give the alias by force, with a reason.";

  private final JobQueue queue;
  private final JudgementRows rows;
  private final SeriesRegistry registry;
  private final Aliases aliases;
  private final Models models;
  private final Outbox outbox;

  Judgements(
      JobQueue queue,
      JudgementRows rows,
      SeriesRegistry registry,
      Aliases aliases,
      Models models,
      Outbox outbox) {
    this.queue = queue;
    this.rows = rows;
    this.registry = registry;
    this.aliases = aliases;
    this.models = models;
    this.outbox = outbox;
  }

  /**
   * Stores a judgement to be made.
   *
   * @param idempotencyKey may be null; the same key and request give the same judgement
   * @throws Problem {@code judgement.awaits-interpretation}, {@code judgement.imported-model},
   *     {@code series.no-test-split}, {@code model.retired}, and what {@link SeriesRegistry#add}
   *     refuses
   */
  @Transactional
  public JudgementView request(String series, JudgementRequest request, String idempotencyKey) {
    ModelView model = models.named(request.model());
    SeriesVersion version = registry.version(series, model);
    requireJudgeable(registry.view(series), model);
    if (model.interpretation().state() == InterpretationView.State.AWAITING) {
      throw new Problem(
          409,
          "judgement.awaits-interpretation",
          "A model that is still to be interpreted",
          "Model " + model.id() + " is judged by what its filters mean, which is not known yet.",
          "Try again in a few seconds, or follow /v1/events.");
    }
    JudgementJob job =
        new JudgementJob(
            series,
            version.version(),
            model.id(),
            registry.view(series).rules(),
            request.actor(),
            request.reason());
    Enqueued enqueued =
        queue.enqueue(NewJob.of(JudgementJob.KIND, job).withIdempotencyKey(idempotencyKey));
    if (enqueued.created()) rows.insert(enqueued.id(), series, version.version());
    return find(series, enqueued.id()).orElseThrow();
  }

  @Transactional
  public Optional<JudgementView> find(String series, String id) {
    return rows.has(series, id) ? queue.find(id).map(Judgements::view) : Optional.empty();
  }

  /** Newest first. */
  @Transactional
  public Page<JudgementView> list(String series, Optional<String> before, int limit) {
    registry.view(series);
    List<String> ids = rows.list(series, before, limit + 1);
    return Page.of(ids, limit, id -> id).map(id -> view(queue.find(id).orElseThrow()));
  }

  /**
   * Makes an accepted model champion, tells of a rejected one; in the transaction that ends the
   * job.
   *
   * @throws Problem {@code alias.moved} when there is another champion by now than the one the
   *     model was compared with
   */
  @Transactional(Transactional.TxType.MANDATORY)
  void carryOut(String id, JudgementJob job, Report report) {
    rows.ended(id, report.verdict());
    if (report.verdict() == Report.Verdict.ACCEPTED) {
      aliases.crown(
          job.series(),
          job.version(),
          report.championGeneration(),
          job.actor(),
          job.reason().isEmpty() ? "accepted by judgement " + id : job.reason());
      return;
    }
    outbox.append(
        new ModelRejected(
            id,
            1,
            job.series(),
            job.version(),
            job.model(),
            report.champion().map(Figures::model),
            report.reasons()));
  }

  /** What can be told before the job is tried. */
  private static void requireJudgeable(SeriesView series, ModelView candidate) {
    if (series.evaluation() == null) throw SeriesProblems.noTestSplit(series.name(), BY_FORCE);
    if (candidate.imported() == null) return;
    throw new Problem(
        409,
        "judgement.imported-model",
        "A model that cannot be judged",
        "Model "
            + candidate.id()
            + " was imported, and what its filters mean, by which models are judged, is not known.",
        BY_FORCE);
  }

  private static JudgementView view(Job job) {
    JudgementJob asked = Json.mapper().convertValue(job.payload(), JudgementJob.class);
    return new JudgementView(
        job.id(),
        asked.series(),
        asked.version(),
        asked.model(),
        job.state(),
        job.result(),
        job.problem(),
        asked.actor(),
        asked.reason(),
        job.createdAt(),
        job.endedAt());
  }
}
