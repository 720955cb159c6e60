package org.motifworks.trainer.gate;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.motifworks.kit.job.JobContext;
import org.motifworks.kit.job.JobHandler;
import org.motifworks.kit.job.JobOutcome;
import org.motifworks.trainer.gate.Measurements.Measured;
import org.motifworks.trainer.gate.Measurements.Subject;
import org.motifworks.trainer.registry.Models;
import org.motifworks.trainer.series.AliasChange;
import org.motifworks.trainer.series.SeriesRegistry;
import org.motifworks.trainer.series.SeriesView;

/** Makes one judgement: measures, applies the rules, and has the verdict carried out. */
final class JudgementHandler implements JobHandler {

  private final Measurements measurements;
  private final SeriesRegistry registry;
  private final Models models;
  private final Judgements judgements;

  JudgementHandler(
      Measurements measurements, SeriesRegistry registry, Models models, Judgements judgements) {
    this.measurements = measurements;
    this.registry = registry;
    this.models = models;
    this.judgements = judgements;
  }

  @Override
  public JobOutcome handle(JobContext context) throws IOException {
    JudgementJob job = context.payload(JudgementJob.class);
    Report report = judge(job, context::checkpoint);
    return JobOutcome.succeeded(report, () -> judgements.carryOut(context.id(), job, report));
  }

  private Report judge(JudgementJob job, Runnable alive) throws IOException {
    SeriesView series = registry.view(job.series());
    Optional<AliasChange> champion = series.champion();
    Measured measured =
        measurements.measure(
            new Subject(job.version(), models.named(job.model())),
            champion
                .filter(alias -> alias.version() != job.version())
                .map(alias -> new Subject(alias.version(), models.named(alias.model()))),
            series.evaluation().ref(),
            job.rules(),
            alive);
    List<Report.Finding> findings =
        Gate.findings(
            job.rules(),
            measured.candidate(),
            measured.champion(),
            measured.auRocDifference(),
            measured.auPrDifference());
    boolean accepted = findings.stream().allMatch(Report.Finding::kept);
    return new Report(
        accepted ? Report.Verdict.ACCEPTED : Report.Verdict.REJECTED,
        measured.candidate(),
        measured.champion(),
        champion.map(AliasChange::generation).orElse(0L),
        measured.auRocDifference(),
        measured.auPrDifference(),
        findings);
  }
}
