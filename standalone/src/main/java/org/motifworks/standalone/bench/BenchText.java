package org.motifworks.standalone.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.motifworks.contracts.bench.BenchMessage.Finished;
import org.motifworks.contracts.bench.BenchMessage.Machine;
import org.motifworks.contracts.bench.BenchMessage.Rates;
import org.motifworks.contracts.bench.Comparison;
import org.motifworks.contracts.json.Json;
import org.motifworks.standalone.terminal.Amount;
import org.motifworks.standalone.terminal.Style;
import org.motifworks.standalone.terminal.Table;

/** What was measured, for people and for scripts. */
public final class BenchText {

  private BenchText() {}

  /** A table, and what it was measured on. */
  public static String table(Finished finished, Style style) {
    Table table =
        new Table()
            .column("sequences of 200 nt a second")
            .number("Motifworks")
            .number("plain library")
            .number("ratio")
            .number("largest difference");
    finished
        .architectures()
        .forEach(
            (architecture, rates) ->
                rates
                    .paths()
                    .forEach(
                        (path, found) ->
                            table.row(
                                architecture + " " + path,
                                Amount.count(Math.round(found.rate())),
                                Amount.count(Math.round(found.libraryRate())),
                                String.format(Locale.ROOT, "%.2f", found.ratio()),
                                String.format(Locale.ROOT, "%.1e", found.difference()))));
    return table.render(style, "  ") + "\n" + machine(finished);
  }

  private static String machine(Finished finished) {
    Machine machine = finished.machine();
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "  %d processors, %d training slots, sgemm %.0f GFLOP/s",
            machine.processors(),
            machine.trainingSlots(),
            machine.sgemmGflops()));
    finished
        .architectures()
        .forEach(
            (name, rates) ->
                text.append(
                    String.format(
                        Locale.ROOT,
                        ", of which %s trains at %.0f %%",
                        name,
                        100 * rates.trainShareOfSgemm())));
    return text.append('\n').toString();
  }

  /**
   * One object an architecture, with a ratio, two rates and a difference each path ({@code
   * scanRatio}, {@code scanRate}, {@code scanLibraryRate}, {@code scanDifference}), and {@code
   * machine}.
   */
  public static ObjectNode json(Finished finished) {
    ObjectNode document = Json.mapper().createObjectNode();
    finished.architectures().forEach((name, rates) -> document.set(name, json(rates)));
    document.set("machine", Json.mapper().valueToTree(finished.machine()));
    return document;
  }

  private static ObjectNode json(Rates rates) {
    ObjectNode node = Json.mapper().createObjectNode();
    rates.paths().forEach((path, found) -> node.put(path + "Ratio", found.ratio()));
    rates.paths().forEach((path, found) -> add(node, path, found));
    return node.put("trainShareOfSgemm", rates.trainShareOfSgemm());
  }

  private static void add(ObjectNode node, String path, Comparison found) {
    node.put(path + "Rate", found.rate());
    node.put(path + "LibraryRate", found.libraryRate());
    node.put(path + "Difference", found.difference());
  }
}
