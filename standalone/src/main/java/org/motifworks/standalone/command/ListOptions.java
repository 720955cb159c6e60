package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import org.motifworks.standalone.api.Api;
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

  /** How to see more; empty when that was all. */
  static String more(JsonNode page, String command) {
    String next = page.path("next").asText("");
    boolean any = !next.isEmpty() && !next.equals("null");
    return any ? "\n  more: ./motifworks " + command + " --before " + next + "\n" : "";
  }
}
