package org.motifworks.trainer.series;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.motifworks.contracts.json.Json;
import org.motifworks.kit.sql.Sql;

/** Tables {@code series}, {@code series_version} and {@code alias_change}. */
@ApplicationScoped
class SeriesRows {

  private static final String SERIES =
      "select name, classes, \"window\", evaluation_dataset_id, evaluation_sha256, created_at"
          + " from series";
  private static final String VERSION =
      "select series, version, model_id, created_at from series_version";

  /**
   * What led to a change. A champion was judged if there is a judgement that accepted it against
   * the generation before: only that generation can be replaced by it, and only once.
   */
  private static final String KIND =
      "case when a.restores is not null then 'ROLLBACK' when a.alias <> 'champion' then 'GIVEN'"
          + " when exists (select 1 from judgement j join job on job.id = j.id"
          + "   where j.series = a.series and j.version = a.version and j.verdict = 'ACCEPTED'"
          + "   and (job.result->>'championGeneration')::bigint = a.generation - 1)"
          + " then 'JUDGED' else 'FORCED' end as kind";

  private static final String CHANGE =
      "select a.series, a.alias, a.generation, a.version, v.model_id, a.restores, a.actor,"
          + " a.reason, a.changed_at, "
          + KIND
          + " from alias_change a"
          + " join series_version v on v.series = a.series and v.version = a.version";

  private final Sql sql;

  SeriesRows(DataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  /** Stores a series unless the name is taken. */
  boolean insert(Series series, PromotionRules rules) {
    return sql.update(
            "insert into series (name, classes, \"window\", evaluation_dataset_id,"
                + " evaluation_sha256, rules) values (?, ?, ?, ?, ?, ?) on conflict do nothing",
            series.name(),
            write(series.classes()),
            series.window(),
            series.evaluation().map(Series.Evaluation::datasetId).orElse(null),
            series.evaluation().map(Series.Evaluation::testSplitSha256).orElse(null),
            write(rules))
        == 1;
  }

  Optional<Series> find(String name) {
    return sql.first(SeriesRows::series, SERIES + " where name = ?", name);
  }

  /** The same, kept from being changed by someone else until the transaction ends. */
  Optional<Series> lock(String name) {
    return sql.first(SeriesRows::series, SERIES + " where name = ? for update", name);
  }

  /** By name. */
  List<Series> list() {
    return sql.list(SeriesRows::series, SERIES + " order by name");
  }

  PromotionRules rules(String series) {
    return sql.first(
            row -> read(row.getString(1), PromotionRules.class),
            "select rules from series where name = ?",
            series)
        .orElseThrow();
  }

  void changeRules(String series, PromotionRules rules) {
    sql.update("update series set rules = ? where name = ?", write(rules), series);
  }

  /** Gives a model the next number; the series is locked. */
  void addVersion(String series, String modelId) {
    sql.update(
        "insert into series_version (series, version, model_id)"
            + " select ?, coalesce(max(version), 0) + 1, ? from series_version where series = ?",
        series,
        modelId,
        series);
  }

  Optional<SeriesVersion> version(String series, int version) {
    return sql.first(
        SeriesRows::version, VERSION + " where series = ? and version = ?", series, version);
  }

  /** The version that is an imported model with that content and was not retired. */
  Optional<SeriesVersion> versionOfImported(String series, String manifestSha256) {
    return sql.first(
        SeriesRows::version,
        VERSION
            + " where series = ? and model_id in (select id from model where imported is not null"
            + " and manifest_sha256 = ? and retired_at is null) order by version desc limit 1",
        series,
        manifestSha256);
  }

  Optional<SeriesVersion> versionOf(String series, String modelId) {
    return sql.first(
        SeriesRows::version, VERSION + " where series = ? and model_id = ?", series, modelId);
  }

  List<SeriesVersion> versionsOf(String modelId) {
    return sql.list(SeriesRows::version, VERSION + " where model_id = ? order by series", modelId);
  }

  /** Newest first. */
  List<SeriesVersion> versions(String series, int before, int limit) {
    return sql.list(
        SeriesRows::version,
        VERSION + " where series = ? and version < ? order by version desc limit ?",
        series,
        before,
        limit);
  }

  /** What the aliases of a series stand for, by name. */
  List<AliasChange> aliases(String series) {
    return sql.list(
        SeriesRows::change,
        "select distinct on (alias) * from ("
            + CHANGE
            + " where a.series = ?) c order by alias, generation desc",
        series);
  }

  Optional<AliasChange> alias(String series, String alias) {
    return history(series, alias, 1).stream().findFirst();
  }

  /** Newest first. */
  List<AliasChange> history(String series, String alias, int limit) {
    return sql.list(
        SeriesRows::change,
        CHANGE + " where a.series = ? and a.alias = ? order by a.generation desc limit ?",
        series,
        alias,
        limit);
  }

  Optional<AliasChange> change(String series, String alias, long generation) {
    return sql.first(
        SeriesRows::change,
        CHANGE + " where a.series = ? and a.alias = ? and a.generation = ?",
        series,
        alias,
        generation);
  }

  void insert(
      String series,
      String alias,
      long generation,
      int version,
      Long restores,
      String actor,
      String reason) {
    sql.update(
        "insert into alias_change (series, alias, generation, version, restores, actor, reason)"
            + " values (?, ?, ?, ?, ?, ?, ?)",
        series,
        alias,
        generation,
        version,
        restores,
        actor,
        reason);
  }

  /** The aliases that stand for a model now, as {@code series@alias}. */
  List<String> aliasesOf(String modelId) {
    return sql.list(
        row -> row.getString(1) + "@" + row.getString(2),
        "select series, alias from (select distinct on (a.series, a.alias) a.series, a.alias,"
            + " v.model_id from alias_change a join series_version v on v.series = a.series"
            + "   and v.version = a.version order by a.series, a.alias, a.generation desc) c"
            + " where model_id = ? order by 1, 2",
        modelId);
  }

  /** The newest verdict on each version that has been judged: ACCEPTED or REJECTED. */
  Map<Integer, SeriesView.State> verdicts(String series) {
    Map<Integer, SeriesView.State> verdicts = new HashMap<>();
    sql.list(
            row -> Map.entry(row.getInt(1), SeriesView.State.valueOf(row.getString(2))),
            "select distinct on (version) version, verdict from judgement"
                + " where series = ? and verdict is not null order by version, id desc",
            series)
        .forEach(verdict -> verdicts.put(verdict.getKey(), verdict.getValue()));
    return verdicts;
  }

  /** Whether a model was retired; it is kept from being so until the transaction ends. */
  boolean lockRetired(String modelId) {
    return sql.first(
            row -> row.getBoolean(1),
            "select retired_at is not null from model where id = ? for update",
            modelId)
        .orElseThrow();
  }

  /** The experiment whose table a model's run stands in. */
  Optional<String> experimentOf(String modelId) {
    return sql.first(
        row -> row.getString(1),
        "select experiment_id from run where id = ? and experiment_id is not null",
        modelId);
  }

  private static Series series(ResultSet row) throws SQLException {
    String evaluation = row.getString(5);
    return new Series(
        row.getString(1),
        List.of(read(row.getString(2), String[].class)),
        row.getInt(3),
        Optional.ofNullable(row.getString(4))
            .map(dataset -> new Series.Evaluation(dataset, evaluation)),
        instant(row, 6));
  }

  private static SeriesVersion version(ResultSet row) throws SQLException {
    return new SeriesVersion(row.getString(1), row.getInt(2), row.getString(3), instant(row, 4));
  }

  private static AliasChange change(ResultSet row) throws SQLException {
    return new AliasChange(
        row.getString("series"),
        row.getString("alias"),
        row.getLong("generation"),
        row.getInt("version"),
        row.getString("model_id"),
        AliasChange.Kind.valueOf(row.getString("kind")),
        Optional.ofNullable(row.getObject("restores", Long.class)),
        row.getString("actor"),
        row.getString("reason"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant());
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static String write(Object value) {
    try {
      return Json.mapper().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a series is always JSON", e);
    }
  }

  private static <T> T read(String json, Class<T> type) {
    try {
      return Json.mapper().readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a row of a series holds no JSON: " + json, e);
    }
  }
}
