package org.motifworks.trainer.retraining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.motifworks.contracts.event.DatasetReady;
import org.motifworks.contracts.event.ModelDrifted;
import org.motifworks.trainer.dataset.DatasetName;
import org.motifworks.trainer.dataset.KnownDataset;
import org.motifworks.trainer.dataset.KnownDatasets;
import org.motifworks.trainer.gate.JudgementView;
import org.motifworks.trainer.gate.Judgements;
import org.motifworks.trainer.retraining.RetrainingView.CycleView;
import org.motifworks.trainer.run.RequestedTraining;
import org.motifworks.trainer.series.Aliases;
import org.motifworks.trainer.series.SeriesRegistry;
import org.motifworks.trainer.series.SeriesView;

/** Keeps policies and triggers, and shows what becomes of them. */
@ApplicationScoped
public class Retraining {

  private static final int SHOWN = 20;

  private final PolicyRows policies;
  private final TriggerRows triggers;
  private final CycleRows cycles;
  private final SeriesRegistry registry;
  private final KnownDatasets datasets;
  private final Judgements judgements;
  private final Aliases aliases;

  Retraining(
      PolicyRows policies,
      TriggerRows triggers,
      CycleRows cycles,
      SeriesRegistry registry,
      KnownDatasets datasets,
      Judgements judgements,
      Aliases aliases) {
    this.policies = policies;
    this.triggers = triggers;
    this.cycles = cycles;
    this.registry = registry;
    this.datasets = datasets;
    this.judgements = judgements;
    this.aliases = aliases;
  }

  /**
   * Sets what a series asks for from now on; a run under way keeps what it began with.
   *
   * @throws org.motifworks.kit.problem.Problem {@code series.unknown}, {@code
   *     architecture.invalid}, {@code architecture.unknown}, {@code settings.invalid}, {@code
   *     settings.unknown-preset}
   */
  @Transactional
  public RetrainingPolicy set(String series, RetrainingPolicy policy) {
    SeriesView of = registry.view(series);
    RequestedTraining.architecture(policy.architecture(), of.window());
    RequestedTraining.settings(policy.training(), of.classes().size());
    policies.put(series, policy);
    return policy;
  }

  /**
   * @throws org.motifworks.kit.problem.Problem {@code series.unknown}, {@code retraining.no-policy}
   */
  @Transactional
  public RetrainingPolicy policy(String series) {
    registry.view(series);
    return policies.find(series).orElseThrow(() -> RetrainingProblems.noPolicy(series)).policy();
  }

  /**
   * Ends retraining; what waits is forgotten, a run under way goes on to its end.
   *
   * @throws org.motifworks.kit.problem.Problem as by {@link #policy}
   */
  @Transactional
  public void clear(String series) {
    policy(series);
    policies.delete(series);
    triggers.forgetWaiting(series);
  }

  /** New data: a trigger for each series that wants it, in the transaction that hears of it. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void heard(DatasetReady fact) {
    for (PolicyRows.Set set : policies.list()) {
      if (!set.policy().wants(fact.name())) continue;
      triggers.insert(
          set.series(),
          Trigger.Kind.DATASET,
          fact.subject(),
          "data",
          "dataset " + fact.name() + " is ready");
    }
  }

  /**
   * What a model scores has drifted: a trigger for each series whose champion it is and whose
   * policy minds, once for each model, in the transaction that hears of it.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void heard(ModelDrifted fact) {
    for (PolicyRows.Set set : policies.list()) {
      if (!set.policy().isDrift(fact.largest())) continue;
      if (!aliases.champion(set.series()).equals(Optional.of(fact.subject()))) continue;
      triggers.insertDrift(set.series(), fact.subject(), said(fact));
    }
  }

  private static String said(ModelDrifted fact) {
    return "what model %s scores differs from its training by %s bits (k-mers %s, scores %s)"
        .formatted(fact.subject(), bits(fact.largest()), said(fact.kmers()), said(fact.scores()));
  }

  private static String said(OptionalDouble value) {
    return value.isPresent() ? bits(value.getAsDouble()) : "not compared";
  }

  private static String bits(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  /**
   * A person asks for a run: neither quiet time nor new records are waited for.
   *
   * @throws org.motifworks.kit.problem.Problem {@code series.unknown}, {@code
   *     retraining.no-policy}, {@code retraining.no-dataset}
   */
  @Transactional
  public RetrainingView ask(String series, String actor, String reason) {
    RetrainingPolicy policy = policy(series);
    if (datasets.newest(policy::wants).isEmpty()) {
      throw RetrainingProblems.noDataset(series, policy.dataset());
    }
    triggers.insert(series, Trigger.Kind.PERSON, null, actor, reason);
    return view(series);
  }

  /**
   * @throws org.motifworks.kit.problem.Problem {@code series.unknown}
   */
  @Transactional
  public RetrainingView view(String series) {
    registry.view(series);
    Optional<PolicyRows.Set> set = policies.find(series);
    Optional<Cycle> open = cycles.open(series);
    Optional<Decision> decision = open.isPresent() ? Optional.empty() : set.map(this::decision);
    Instant now = cycles.now();
    return new RetrainingView(
        series,
        open.map(cycle -> cycle.state().name())
            .or(() -> decision.map(d -> d.state().name()))
            .orElse("NO_POLICY"),
        open.map(Retraining::why)
            .or(() -> decision.map(Decision::why))
            .orElse("Nothing says what it is trained on, or how."),
        decision.flatMap(Decision::next),
        triggers.newest(series),
        triggers.waiting(series).size(),
        runsToday(series, now),
        set.map(PolicyRows.Set::policy),
        cycles.newest(series, SHOWN).stream().map(this::shown).toList());
  }

  private Decision decision(PolicyRows.Set set) {
    return Decision.of(set.policy(), standing(set));
  }

  Standing standing(PolicyRows.Set set) {
    String series = set.series();
    Instant now = cycles.now();
    List<Trigger> waiting = triggers.waiting(series);
    Optional<KnownDataset> dataset = datasets.newest(set.policy()::wants);
    return new Standing(
        now,
        waiting.stream().map(Trigger::kind).collect(Collectors.toSet()),
        waiting.stream()
            .filter(trigger -> trigger.kind() == Trigger.Kind.DATASET)
            .map(Trigger::at)
            .findFirst(),
        scheduledFrom(set),
        dataset,
        dataset.map(found -> found.sequences() - trainedOn(series, found.name())).orElse(0L),
        runsToday(series, now));
  }

  /** When the last cycle began, or when the policy was set if that is later. */
  Instant scheduledFrom(PolicyRows.Set set) {
    return cycles.newest(set.series(), 1).stream()
        .findFirst()
        .map(Cycle::startedAt)
        .filter(start -> start.isAfter(set.since()))
        .orElse(set.since());
  }

  private int runsToday(String series, Instant now) {
    return cycles.runsSince(series, now.truncatedTo(ChronoUnit.DAYS));
  }

  /** Sequences of the newest version's dataset; 0 when that has another name. */
  private long trainedOn(String series, String name) {
    return registry.versions(series, Integer.MAX_VALUE, 1).items().stream()
        .filter(version -> version.dataset() != null) // not one that was imported
        .map(version -> datasets.find(version.dataset().id()).orElseThrow())
        .filter(dataset -> dataset.name().equals(name))
        .mapToLong(KnownDataset::sequences)
        .findFirst()
        .orElse(0);
  }

  private static String why(Cycle cycle) {
    return switch (cycle.state()) {
      case CHECKING -> "The dataset is being checked for held-out sequences.";
      case TRAINING -> "Run " + cycle.runId().orElseThrow() + " is under way.";
      case INTERPRETING -> "Model " + cycle.runId().orElseThrow() + " is being interpreted.";
      case JUDGING -> "Version " + cycle.version().orElseThrow() + " is being judged.";
      default -> throw new IllegalStateException("cycle " + cycle.id() + " has ended");
    };
  }

  private CycleView shown(Cycle cycle) {
    Optional<JudgementView> judgement =
        cycle.judgementId().flatMap(id -> judgements.find(cycle.series(), id));
    return new CycleView(
        cycle.id(),
        cycle.state(),
        DatasetName.of(datasets.find(cycle.datasetId()).orElseThrow()),
        cycle.runId(),
        cycle.version(),
        cycle.judgementId(),
        judgement.map(JudgementView::brokenRules).orElse(List.of()),
        cycle.problem(),
        triggers.of(cycle),
        cycle.startedAt(),
        cycle.endedAt());
  }
}
