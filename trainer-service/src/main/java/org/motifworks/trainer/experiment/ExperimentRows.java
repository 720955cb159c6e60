package org.motifworks.trainer.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.motifworks.contracts.json.Json;
import org.motifworks.core.architecture.Architecture;
import org.motifworks.core.architecture.TrainingSettings;
import org.motifworks.kit.job.JobState;
import org.motifworks.kit.sql.Sql;
import org.motifworks.trainer.run.RunProgress;

/**
 * Tables {@code experiment}, {@code run}, {@code job} and {@code model} as experiments see them.
 */
@ApplicationScoped
class ExperimentRows {

  private static final String COLUMNS =
      "id, name, dataset_id, architectures, trials, training, seed, threads, created_at";

  private final Sql sql;

  ExperimentRows(DataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  /**
   * Stores an experiment unless its key is taken.
   *
   * @param idempotencyKey may be null
   */
  boolean insert(Experiment experiment, String idempotencyKey) {
    return sql.update(
            "insert into experiment (id, name, dataset_id, architectures, trials, training, seed,"
                + " threads, idempotency_key) values (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                + " on conflict (idempotency_key) do nothing",
            experiment.id(),
            experiment.name(),
            experiment.datasetId(),
            write(experiment.architectures()),
            experiment.trials(),
            write(experiment.training()),
            experiment.seed(),
            experiment.threads(),
            idempotencyKey)
        == 1;
  }

  Optional<Experiment> withKey(String idempotencyKey) {
    return sql.first(
        ExperimentRows::experiment,
        "select " + COLUMNS + " from experiment where idempotency_key = ?",
        idempotencyKey);
  }

  Optional<Experiment> find(String id) {
    return sql.first(
        ExperimentRows::experiment, "select " + COLUMNS + " from experiment where id = ?", id);
  }

  /** The same, kept from being resumed by someone else until the transaction ends. */
  Optional<Experiment> lock(String id) {
    return sql.first(
        ExperimentRows::experiment,
        "select " + COLUMNS + " from experiment where id = ? for update",
        id);
  }

  /** Newest first. */
  List<Experiment> list(Optional<String> before, int limit) {
    List<Object> parameters = new ArrayList<>();
    before.ifPresent(parameters::add);
    parameters.add(limit);
    return sql.list(
        ExperimentRows::experiment,
        "select "
            + COLUMNS
            + " from experiment"
            + (before.isPresent() ? " where id < ?" : "")
            + " order by id desc limit ?",
        parameters.toArray());
  }

  /** The newest run of each architecture and trial: all first trials, then all second ones. */
  List<ExperimentRun> runs(Experiment experiment) {
    List<String> names = experiment.architectureNames();
    List<ExperimentRun> runs =
        sql.list(
            ExperimentRows::run,
            "select r.id, r.architecture_name, r.trial, r.seed, j.state, j.progress::text,"
                + " j.problem::text, m.description::jsonb -> 'test' ->> 'auRocMean' as au_roc,"
                + " m.interpretation::text from (select distinct on (architecture_name, trial) *"
                + "   from run where experiment_id = ?"
                + "   order by architecture_name, trial, id desc) r"
                + " join job j on j.id = r.id left join model m on m.id = r.id",
            experiment.id());
    return runs.stream()
        .sorted(
            Comparator.comparingInt(ExperimentRun::trial)
                .thenComparingInt(run -> names.indexOf(run.architecture())))
        .toList();
  }

  private static Experiment experiment(ResultSet row) throws SQLException {
    return new Experiment(
        row.getString("id"),
        row.getString("name"),
        row.getString("dataset_id"),
        read(row.getString("architectures"), new TypeReference<List<Architecture>>() {}),
        row.getInt("trials"),
        read(row.getString("training"), new TypeReference<TrainingSettings>() {}),
        row.getLong("seed"),
        row.getInt("threads"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private static ExperimentRun run(ResultSet row) throws SQLException {
    Optional<JsonNode> interpretation = json(row, "interpretation");
    return new ExperimentRun(
        row.getString("id"),
        row.getString("architecture_name"),
        row.getInt("trial"),
        row.getLong("seed"),
        JobState.valueOf(row.getString("state")),
        json(row, "progress").map(p -> Json.mapper().convertValue(p, RunProgress.class)),
        Optional.ofNullable(row.getString("au_roc")).map(Double::valueOf),
        interpretation.map(i -> i.path("state").asText()),
        interpretation
            .map(i -> i.path("relevantMatchPercent"))
            .filter(JsonNode::isNumber)
            .map(JsonNode::asDouble),
        json(row, "problem"));
  }

  private static Optional<JsonNode> json(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column))
        .map(text -> read(text, new TypeReference<JsonNode>() {}));
  }

  private static String write(Object value) {
    try {
      return Json.mapper().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an experiment is always JSON", e);
    }
  }

  private static <T> T read(String json, TypeReference<T> type) {
    try {
      return Json.mapper().readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a row of an experiment holds no JSON: " + json, e);
    }
  }
}
