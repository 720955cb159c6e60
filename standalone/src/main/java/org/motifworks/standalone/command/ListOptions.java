package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;
import org.motifworks.standalone.api.Api;
import org.motifworks.standalone.terminal.Table;
import picocli.CommandLine.Option;

/** Which part of a long list to show. */
final class ListOptions {

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "At most so many, newest first. Default: ${DEFAULT-VALUE}.")
  private int limit;

  @Option(names = "--before", paramLabel = "ID", description = "Only older ones than this.")
  private String before;

  /** The page of the list at {@code path}. */
  JsonNode page(Api api, String path) {
    String query = "?limit=" + limit + (before == null ? "" : "&before=" + Api.segment(before));
    return api.get(path + query);
  }

  /**
   * Prints a list: as it came for scripts, else as a table.
   *
   * @param command that lists, such as {@code run list}
   * @param table its headings, no rows
   * @param row the cells of an item
   * @param none said where there are no items
   */
  int print(
      Session session,
      String path,
      String command,
      Table table,
      Function<JsonNode, String[]> row,
      String none) {
    JsonNode page = page(session.api(), path);
    if (session.json()) {
      session.print(page);
      return ExitCode.OK;
    }
    for (JsonNode item : page.path("items")) table.row(row.apply(item));
    session.print(
        table.isEmpty()
            ? none
            : table.render(session.terminal().style(), "  ") + more(page, command));
    return ExitCode.OK;
  }

  /** How to see more; empty when that was all. */
  static String more(JsonNode page, String command) {
    String next = page.path("next").asText("");
    boolean any = !next.isEmpty() && !next.equals("null");
    return any ? "\n  more: ./motifworks " + command + " --before " + next + "\n" : "";
  }
}
