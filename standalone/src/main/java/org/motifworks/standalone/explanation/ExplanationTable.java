package org.motifworks.standalone.explanation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** Explained windows as a table (tsv), a row a position. */
public final class ExplanationTable {

  /** Its first line; {@code position} is 0-based in the sequence as it was sent. */
  public static final String HEADING = "id\tclass\tposition\tletter\tvalue\tA\tC\tG\tT\n";

  private ExplanationTable() {}

  /** The rows of the window of an answer. */
  public static String rows(String id, JsonNode answer) {
    ExplainedPositions found = ExplainedPositions.of(answer);
    String name = answer.path("className").asText();
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < found.letters().length(); i++) {
      double[] numbers = found.numbers()[i];
      rows.append(
          String.format(
              Locale.ROOT,
              "%s\t%s\t%d\t%s\t%.5f\t%.5f\t%.5f\t%.5f\t%.5f\n",
              id,
              name,
              found.start() + i,
              found.letters().charAt(i),
              found.values()[i],
              numbers[0],
              numbers[1],
              numbers[2],
              numbers[3]));
    }
    return rows.toString();
  }
}
