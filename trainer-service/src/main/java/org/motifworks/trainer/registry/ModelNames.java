package org.motifworks.trainer.registry;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.motifworks.kit.sql.Sql;

/** What {@code series@alias} and {@code series@version} stand for at this moment. */
@ApplicationScoped
class ModelNames {

  private static final Pattern NAME = Pattern.compile("([^@]+)@(?:([1-9][0-9]{0,8})|([^@]+))");

  private final Sql sql;

  ModelNames(DataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  /** A name with the id of the model it stands for. */
  record Resolved(String id, ModelName name) {}

  /** Empty when it is no such name, or stands for nothing. */
  Optional<Resolved> resolve(String ref) {
    Matcher name = NAME.matcher(ref);
    if (!name.matches()) return Optional.empty();
    return name.group(2) != null
        ? version(name.group(1), Integer.parseInt(name.group(2)))
        : alias(name.group(1), name.group(3));
  }

  private Optional<Resolved> version(String series, int version) {
    return sql.first(
        row -> new Resolved(row.getString(1), new ModelName(series, version, null, null)),
        "select model_id from series_version where series = ? and version = ?",
        series,
        version);
  }

  private Optional<Resolved> alias(String series, String alias) {
    return sql.first(
        row ->
            new Resolved(
                row.getString(1), new ModelName(series, row.getInt(2), alias, row.getLong(3))),
        "select v.model_id, a.version, a.generation from alias_change a"
            + " join series_version v on v.series = a.series and v.version = a.version"
            + " where a.series = ? and a.alias = ? order by a.generation desc limit 1",
        series,
        alias);
  }
}
