package org.motifworks.trainer.series;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.motifworks.contracts.event.ModelPromoted;
import org.motifworks.kit.event.Outbox;
import org.motifworks.trainer.registry.ModelName;
import org.motifworks.trainer.registry.ModelView;
import org.motifworks.trainer.registry.Models;

/**
 * Changes what aliases stand for, each change told by one {@code ModelPromoted} in its transaction.
 * Whoever changes something in a series holds the lock of its row.
 */
@ApplicationScoped
public class Aliases {

  /** The alias that needs the gate's consent. */
  public static final String CHAMPION = "champion";

  private final SeriesRows rows;
  private final SeriesRegistry registry;
  private final Models models;
  private final Outbox outbox;

  Aliases(SeriesRows rows, SeriesRegistry registry, Models models, Outbox outbox) {
    this.rows = rows;
    this.registry = registry;
    this.models = models;
    this.outbox = outbox;
  }

  /**
   * Gives an alias to a model; does nothing when it has it already.
   *
   * @param ref a model; taken into the series the request names if it is not there yet
   * @throws org.motifworks.kit.problem.Problem {@code promotion.needs-judgement}, {@code
   *     alias.moved}, {@code model.retired}, {@code series.which}, and what {@link
   *     SeriesRegistry#add} refuses
   */
  @Transactional
  public AliasChange promote(String ref, AliasRequest request) {
    if (request.alias().equals(CHAMPION)) forced(ref, request);
    ModelView model = models.named(ref);
    String series = series(model, request);
    SeriesVersion version = registry.version(series, model);
    Optional<AliasChange> now = expected(series, request.alias(), request);
    if (now.filter(found -> found.version() == version.version()).isPresent()) return now.get();
    return change(version, request.alias(), now, null, request);
  }

  /**
   * Makes a model that was judged the champion, if there is still the champion it was compared
   * with.
   *
   * @throws org.motifworks.kit.problem.Problem {@code alias.moved}, {@code model.retired}
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public AliasChange crown(
      String series, int version, long generation, String actor, String reason) {
    rows.lock(series);
    AliasRequest request = new AliasRequest(series, CHAMPION, generation, true, actor, reason);
    Optional<AliasChange> now = expected(series, CHAMPION, request);
    if (now.filter(found -> found.version() == version).isPresent()) return now.get();
    return change(rows.version(series, version).orElseThrow(), CHAMPION, now, null, request);
  }

  /**
   * Gives an alias back to the model it had before, as a new generation. Again, it goes further
   * back: a rollback is not something to go back to. Models retired since are passed over.
   *
   * @throws org.motifworks.kit.problem.Problem {@code alias.missing}, {@code alias.nothing-before},
   *     {@code alias.moved}, {@code model.unknown}
   */
  @Transactional
  public AliasChange rollback(String ref, AliasRequest request) {
    ModelName name = models.named(ref).named();
    if (name == null || name.alias() == null) throw SeriesProblems.noAlias(ref);
    rows.lock(name.series());
    AliasChange now = expected(name.series(), name.alias(), request).orElseThrow();
    long at = now.standsAt();
    while (at > 1) {
      AliasChange before = rows.change(name.series(), name.alias(), at - 1).orElseThrow();
      at = before.standsAt();
      boolean retired = models.named(before.model()).retiredAt() != null;
      if (before.version() != now.version() && !retired) {
        SeriesVersion version = rows.version(name.series(), before.version()).orElseThrow();
        return change(version, name.alias(), Optional.of(now), at, request);
      }
    }
    throw SeriesProblems.nothingBefore(name.series(), name.alias());
  }

  /** Id of a series' champion; empty while it has none. */
  @Transactional
  public Optional<String> champion(String series) {
    return rows.alias(series, CHAMPION).map(AliasChange::model);
  }

  /**
   * Every change of an alias, newest first.
   *
   * @throws org.motifworks.kit.problem.Problem {@code series.unknown}, {@code alias.unknown}
   */
  @Transactional
  public List<AliasChange> history(String series, String alias, int limit) {
    registry.view(series);
    List<AliasChange> changes = rows.history(series, alias, limit);
    if (changes.isEmpty()) throw SeriesProblems.unknownAlias(series, alias);
    return changes;
  }

  /**
   * Retires a model: no alias is given to it any more.
   *
   * @throws org.motifworks.kit.problem.Problem {@code model.unknown}, {@code model.in-use} while an
   *     alias or an experiment refers to it
   */
  @Transactional
  public ModelView retire(String ref) {
    String id = models.named(ref).id();
    rows.lockRetired(id);
    rows.aliasesOf(id).stream()
        .findFirst()
        .ifPresent(
            alias -> {
              throw SeriesProblems.inUse(id, alias);
            });
    rows.experimentOf(id)
        .ifPresent(
            experiment -> {
              throw SeriesProblems.inUse(id, "a row of experiment " + experiment);
            });
    models.retire(id);
    return models.named(id);
  }

  private static void forced(String ref, AliasRequest request) {
    if (!request.force()) throw SeriesProblems.needsJudgement(ref);
    if (request.reason().isEmpty()) throw SeriesProblems.noReason();
  }

  private String series(ModelView model, AliasRequest request) {
    if (request.series() != null) return request.series();
    if (model.named() != null) return model.named().series();
    List<String> of = rows.versionsOf(model.id()).stream().map(SeriesVersion::series).toList();
    if (of.size() == 1) return of.get(0);
    throw SeriesProblems.whichSeries(model.id(), of);
  }

  private Optional<AliasChange> expected(String series, String alias, AliasRequest request) {
    Optional<AliasChange> now = rows.alias(series, alias);
    long generation = now.map(AliasChange::generation).orElse(0L);
    if (request.generation() != null && request.generation() != generation) {
      throw SeriesProblems.moved(series, alias, request.generation(), generation);
    }
    return now;
  }

  private AliasChange change(
      SeriesVersion version,
      String alias,
      Optional<AliasChange> now,
      Long restores,
      AliasRequest request) {
    ModelView model = models.named(version.modelId());
    if (rows.lockRetired(model.id())) throw SeriesProblems.retired(model.id());
    long generation = now.map(AliasChange::generation).orElse(0L) + 1;
    rows.insert(
        version.series(),
        alias,
        generation,
        version.version(),
        restores,
        request.actor(),
        request.reason());
    outbox.append(
        new ModelPromoted(
            version.series() + "@" + alias,
            generation,
            version.series(),
            alias,
            version.version(),
            model.id(),
            model.ref(),
            now.map(AliasChange::model),
            request.actor(),
            request.reason()));
    return rows.change(version.series(), alias, generation).orElseThrow();
  }
}
