package org.motifworks.trainer.retraining;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.motifworks.contracts.json.Json;
import org.motifworks.kit.sql.Sql;

/** Table {@code retraining_policy}. */
@ApplicationScoped
class PolicyRows {

  private final Sql sql;

  PolicyRows(DataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  /** A policy, and since when it holds. */
  record Set(String series, RetrainingPolicy policy, Instant since) {}

  void put(String series, RetrainingPolicy policy) {
    sql.update(
        "insert into retraining_policy (series, policy) values (?, ?) on conflict (series)"
            + " do update set policy = excluded.policy, changed_at = clock_timestamp()",
        series,
        write(policy));
  }

  boolean delete(String series) {
    return sql.update("delete from retraining_policy where series = ?", series) == 1;
  }

  Optional<Set> find(String series) {
    return list(" where series = ?", series).stream().findFirst();
  }

  List<Set> list() {
    return list("");
  }

  private List<Set> list(String where, Object... parameters) {
    return sql.list(
        row ->
            new Set(
                row.getString(1),
                read(row.getString(2)),
                row.getObject(3, OffsetDateTime.class).toInstant()),
        "select series, policy, changed_at from retraining_policy" + where + " order by series",
        parameters);
  }

  static String write(RetrainingPolicy policy) {
    try {
      return Json.mapper().writeValueAsString(policy);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a policy is always JSON", e);
    }
  }

  static RetrainingPolicy read(String json) {
    try {
      return Json.mapper().readValue(json, RetrainingPolicy.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a row holds no retraining policy: " + json, e);
    }
  }
}
