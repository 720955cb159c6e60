package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import org.motifworks.contracts.json.Json;
import org.motifworks.contracts.variant.VariantPlace;
import org.motifworks.contracts.variant.VariantScores;
import org.motifworks.contracts.variant.VariantTable;

/**
 * Prints the scores of variants, as a table or as JSON a line, and those that have none on standard
 * error.
 */
final class VariantPrinter implements VariantScores.Receiver {

  private final VariantTable table;
  private final boolean json;
  private final PrintStream out;
  private final PrintStream err;
  private boolean begun;

  VariantPrinter(VariantTable table, boolean json, PrintStream out, PrintStream err) {
    this.table = table;
    this.json = json;
    this.out = out;
    this.err = err;
  }

  @Override
  public void scored(VariantPlace place, JsonNode reference, JsonNode alternative) {
    if (json) {
      out.println(object(place, reference, alternative));
      return;
    }
    if (!begun) out.println(table.head());
    begun = true;
    out.println(table.row(place, reference, alternative));
  }

  @Override
  public void leftOut(VariantPlace place, String code, String detail) {
    err.println(String.join(" ", place.cells()) + ": " + detail);
  }

  private ObjectNode object(VariantPlace place, JsonNode reference, JsonNode alternative) {
    ObjectNode object = Json.mapper().createObjectNode();
    String[] cells = place.cells();
    for (int i = 0; i < cells.length; i++) object.put(VariantPlace.COLUMNS.get(i), cells[i]);
    object.put("pos", Long.parseLong(cells[1]));
    ObjectNode scores = object.putObject("scores");
    for (String name : table.classes()) {
      float before = reference.path(name).floatValue();
      float after = alternative.path(name).floatValue();
      scores.putObject(name).put("ref", before).put("alt", after).put("diff", after - before);
    }
    return object;
  }
}
