package org.motifworks.contracts.variant;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Scores of variants as lines, parted by tabs: the place, and of each class its probability with
 * the reference allele ({@code .ref}), with the other one ({@code .alt}), and the latter less the
 * former ({@code .diff}).
 *
 * @param classes that have columns, in their order
 */
public record VariantTable(List<String> classes) {

  /** The titles. */
  public String head() {
    StringBuilder head = new StringBuilder(String.join("\t", VariantPlace.COLUMNS));
    for (String name : classes) {
      String title = name.replace('\t', ' ');
      head.append("\t" + title + ".ref\t" + title + ".alt\t" + title + ".diff");
    }
    return head.toString();
  }

  /** A variant with scores. */
  public String row(VariantPlace place, JsonNode reference, JsonNode alternative) {
    StringBuilder row = new StringBuilder(place.text());
    for (String name : classes) {
      float before = reference.path(name).floatValue();
      float after = alternative.path(name).floatValue();
      row.append('\t').append(before).append('\t').append(after);
      row.append('\t').append(after - before);
    }
    return row.toString();
  }

  /** A variant without: its cells are empty. */
  public String emptyRow(VariantPlace place) {
    return place.text() + "\t".repeat(3 * classes.size());
  }
}
