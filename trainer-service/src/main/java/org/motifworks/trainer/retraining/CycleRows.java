package org.motifworks.trainer.retraining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.motifworks.contracts.json.Json;
import org.motifworks.kit.problem.Problem;
import org.motifworks.kit.sql.Sql;

/** Table {@code retraining_cycle}, and the lock of a series. */
@ApplicationScoped
class CycleRows {

  private static final String CYCLE =
      "select id, series, dataset_id, policy, state, run_id, version, judgement_id, problem,"
          + " started_at, ended_at from retraining_cycle";

  private final Sql sql;

  CycleRows(DataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  Instant now() {
    return sql.first(row -> instant(row, 1).orElseThrow(), "select clock_timestamp()")
        .orElseThrow();
  }

  /** Series that a planner has something to do for. */
  List<String> planned() {
    return sql.list(
        row -> row.getString(1),
        "select series from retraining_policy union"
            + " select series from retraining_cycle where ended_at is null order by 1");
  }

  /** Keeps a series to this transaction; false when someone else has it. */
  boolean lockUnlessTaken(String series) {
    return sql.first(
            row -> row.getString(1),
            "select name from series where name = ? for update skip locked",
            series)
        .isPresent();
  }

  void insert(String id, String series, String datasetId, RetrainingPolicy policy) {
    sql.update(
        "insert into retraining_cycle (id, series, dataset_id, policy, state)"
            + " values (?, ?, ?, ?, 'CHECKING')",
        id,
        series,
        datasetId,
        PolicyRows.write(policy));
  }

  Optional<Cycle> open(String series) {
    return sql.first(CycleRows::cycle, CYCLE + " where series = ? and ended_at is null", series);
  }

  /** Newest first. */
  List<Cycle> newest(String series, int limit) {
    return sql.list(
        CycleRows::cycle, CYCLE + " where series = ? order by id desc limit ?", series, limit);
  }

  /** Runs that were started since a moment. */
  int runsSince(String series, Instant since) {
    return sql.first(
            row -> row.getInt(1),
            "select count(*) from retraining_cycle"
                + " where series = ? and run_id is not null and started_at >= ?",
            series,
            since.atOffset(java.time.ZoneOffset.UTC))
        .orElseThrow();
  }

  void training(Cycle cycle, String runId) {
    move(cycle, Cycle.State.TRAINING, ", run_id = ?", runId);
  }

  void interpreting(Cycle cycle, int version) {
    move(cycle, Cycle.State.INTERPRETING, ", version = ?", version);
  }

  void judging(Cycle cycle, String judgementId) {
    move(cycle, Cycle.State.JUDGING, ", judgement_id = ?", judgementId);
  }

  void ended(Cycle cycle, Cycle.State end) {
    move(cycle, end, ", ended_at = clock_timestamp()");
  }

  void failed(Cycle cycle, Problem problem) {
    move(
        cycle,
        Cycle.State.FAILED,
        ", ended_at = clock_timestamp(), problem = ?",
        problem.toJson().toString());
  }

  /** Does nothing when another planner was faster. */
  private void move(Cycle cycle, Cycle.State to, String also, Object... values) {
    Object[] parameters = new Object[values.length + 3];
    parameters[0] = to.name();
    System.arraycopy(values, 0, parameters, 1, values.length);
    parameters[values.length + 1] = cycle.id();
    parameters[values.length + 2] = cycle.state().name();
    sql.update(
        "update retraining_cycle set state = ?" + also + " where id = ? and state = ?", parameters);
  }

  private static Cycle cycle(ResultSet row) throws SQLException {
    return new Cycle(
        row.getString("id"),
        row.getString("series"),
        row.getString("dataset_id"),
        PolicyRows.read(row.getString("policy")),
        Cycle.State.valueOf(row.getString("state")),
        Optional.ofNullable(row.getString("run_id")),
        Optional.ofNullable(row.getObject("version", Integer.class)),
        Optional.ofNullable(row.getString("judgement_id")),
        Optional.ofNullable(row.getString("problem")).map(CycleRows::json),
        instant(row, 10).orElseThrow(),
        instant(row, 11));
  }

  private static JsonNode json(String text) {
    try {
      return Json.mapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a cycle's row holds no JSON: " + text, e);
    }
  }

  private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
