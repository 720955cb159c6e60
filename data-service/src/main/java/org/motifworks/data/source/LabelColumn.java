package org.motifworks.data.source;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A column of DeepSEA's labels that is to be a class.
 *
 * @param name of the class; empty: as the column is called
 * @param column its number from 0 on, its name in the file of names, or {@value #ALL} for all
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record LabelColumn(Optional<String> name, String column) {

  static final String ALL = "*";

  @JsonCreator
  static LabelColumn of(@JsonProperty("name") String name, @JsonProperty("column") String column) {
    return new LabelColumn(Optional.ofNullable(name), column == null ? "" : column);
  }

  static LabelColumn of(String name, int column) {
    return new LabelColumn(Optional.of(name), Integer.toString(column));
  }

  /** Whether this stands for every column. */
  public boolean all() {
    return column.equals(ALL);
  }

  /** Its number; empty when it goes by a name. */
  public OptionalInt number() {
    return column.matches("\\d{1,6}")
        ? OptionalInt.of(Integer.parseInt(column))
        : OptionalInt.empty();
  }
}
