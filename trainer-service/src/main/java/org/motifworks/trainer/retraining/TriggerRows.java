package org.motifworks.trainer.retraining;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.motifworks.kit.id.Ids;
import org.motifworks.kit.sql.Sql;

/** Table {@code retraining_trigger}. */
@ApplicationScoped
class TriggerRows {

  private static final String TRIGGER =
      "select kind, dataset_id, actor, reason, triggered_at from retraining_trigger";

  private final Sql sql;

  TriggerRows(DataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  /**
   * @param datasetId may be null
   */
  void insert(String series, Trigger.Kind kind, String datasetId, String actor, String reason) {
    sql.update(
        "insert into retraining_trigger (id, series, kind, dataset_id, actor, reason)"
            + " values (?, ?, ?, ?, ?, ?)",
        Ids.next(),
        series,
        kind.name(),
        datasetId,
        actor,
        reason);
  }

  /** The drift of a model; a second time it is none. */
  void insertDrift(String series, String modelId, String reason) {
    sql.update(
        "insert into retraining_trigger (id, series, kind, model_id, actor, reason)"
            + " values (?, ?, ?, ?, 'drift', ?) on conflict do nothing",
        Ids.next(),
        series,
        Trigger.Kind.DRIFT.name(),
        modelId,
        reason);
  }

  /** Those nobody has served, newest first. */
  List<Trigger> waiting(String series) {
    return sql.list(
        TriggerRows::trigger,
        TRIGGER + " where series = ? and cycle_id is null order by triggered_at desc, id desc",
        series);
  }

  Optional<Trigger> newest(String series) {
    return sql.first(
        TriggerRows::trigger, TRIGGER + " where series = ? order by id desc limit 1", series);
  }

  /** What set a cycle off, newest first. */
  List<Trigger> of(Cycle cycle) {
    return sql.list(
        TriggerRows::trigger, TRIGGER + " where cycle_id = ? order by id desc", cycle.id());
  }

  /** One cycle serves all that wait. */
  void serve(String series, String cycleId) {
    sql.update(
        "update retraining_trigger set cycle_id = ? where series = ? and cycle_id is null",
        cycleId,
        series);
  }

  void forgetWaiting(String series) {
    sql.update("delete from retraining_trigger where series = ? and cycle_id is null", series);
  }

  private static Trigger trigger(ResultSet row) throws SQLException {
    return new Trigger(
        Trigger.Kind.valueOf(row.getString(1)),
        Optional.ofNullable(row.getString(2)),
        row.getString(3),
        row.getString(4),
        row.getObject(5, OffsetDateTime.class).toInstant());
  }
}
