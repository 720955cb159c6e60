package org.motifworks.trainer.gate;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.motifworks.kit.sql.Sql;

/** Table {@code judgement}. */
@ApplicationScoped
class JudgementRows {

  private final Sql sql;

  JudgementRows(DataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  void insert(String id, String series, int version) {
    sql.update("insert into judgement (id, series, version) values (?, ?, ?)", id, series, version);
  }

  void ended(String id, Report.Verdict verdict) {
    sql.update("update judgement set verdict = ? where id = ?", verdict.name(), id);
  }

  boolean has(String series, String id) {
    return sql.first(
            row -> row.getString(1),
            "select id from judgement where series = ? and id = ?",
            series,
            id)
        .isPresent();
  }

  /** Ids, newest first. */
  List<String> list(String series, Optional<String> before, int limit) {
    List<Object> parameters = new ArrayList<>(List.of(series));
    before.ifPresent(parameters::add);
    parameters.add(limit);
    return sql.list(
        row -> row.getString(1),
        "select id from judgement where series = ?"
            + (before.isPresent() ? " and id < ?" : "")
            + " order by id desc limit ?",
        parameters.toArray());
  }
}
