package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.motifworks.contracts.json.Json;

/** Prints the scores of variants, as a table or as JSON a line. */
final class VariantTable {

  private static final List<String> PLACE = List.of("chrom", "pos", "id", "ref", "alt");

  private final List<String> classes;
  private final boolean json;
  private final PrintStream out;
  private boolean begun;

  VariantTable(List<String> classes, boolean json, PrintStream out) {
    this.classes = classes;
    this.json = json;
    this.out = out;
  }

  /**
   * Prints a variant.
   *
   * @param place chromosome, position, id and both alleles, parted by tabs
   */
  void print(String place, JsonNode reference, JsonNode alternative) {
    if (json) {
      out.println(object(place, reference, alternative));
      return;
    }
    if (!begun) {
      StringBuilder head = new StringBuilder(String.join("\t", PLACE));
      for (String name : classes) {
        head.append("\t" + name + ".ref\t" + name + ".alt\t" + name + ".diff");
      }
      out.println(head);
      begun = true;
    }
    StringBuilder row = new StringBuilder(place);
    for (String name : classes) {
      double before = reference.path(name).asDouble();
      double after = alternative.path(name).asDouble();
      row.append(String.format(Locale.ROOT, "\t%.6g\t%.6g\t%.6g", before, after, after - before));
    }
    out.println(row);
  }

  private ObjectNode object(String place, JsonNode reference, JsonNode alternative) {
    ObjectNode object = Json.mapper().createObjectNode();
    String[] values = place.split("\t", -1);
    for (int i = 0; i < values.length; i++) object.put(PLACE.get(i), values[i]);
    object.put("pos", Long.parseLong(values[1]));
    ObjectNode scores = object.putObject("scores");
    for (String name : classes) {
      double before = reference.path(name).asDouble();
      double after = alternative.path(name).asDouble();
      scores.putObject(name).put("ref", before).put("alt", after).put("diff", after - before);
    }
    return object;
  }
}
