package org.motifworks.kit.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.motifworks.contracts.json.Json;

/** Between rows of table {@code job} and values. */
final class JobRows {

  static final String COLUMNS =
      "id, kind, state, payload::text, progress::text, result::text, problem::text, cancel_reason,"
          + " attempts, lost_workers, fence, worker, created_at, started_at, ended_at, version,"
          + " traceparent";

  private JobRows() {}

  static Job read(ResultSet row) throws SQLException {
    return new Job(
        row.getString("id"),
        row.getString("kind"),
        JobState.valueOf(row.getString("state")),
        json(row, "payload").orElseThrow(),
        json(row, "progress"),
        json(row, "result"),
        json(row, "problem"),
        Optional.ofNullable(row.getString("cancel_reason")),
        row.getInt("attempts"),
        row.getInt("lost_workers"),
        row.getLong("fence"),
        Optional.ofNullable(row.getString("worker")),
        instant(row, "created_at").orElseThrow(),
        instant(row, "started_at"),
        instant(row, "ended_at"),
        row.getLong("version"),
        Optional.ofNullable(row.getString("traceparent")));
  }

  static String text(JsonNode json) {
    return json == null ? null : json.toString();
  }

  private static Optional<JsonNode> json(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    if (text == null) return Optional.empty();
    try {
      return Optional.of(Json.mapper().readTree(text));
    } catch (JsonProcessingException e) {
      throw new SQLException("Column " + column + " holds no JSON", e);
    }
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
