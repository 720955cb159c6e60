package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.motifworks.contracts.json.Json;
import org.motifworks.standalone.api.Api;
import org.motifworks.standalone.terminal.Amount;
import org.motifworks.standalone.terminal.Style;
import org.motifworks.standalone.terminal.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Frees the space of artifacts that nothing refers to. */
@Command(
    name = "gc",
    description = "Removes files that nothing refers to any more.",
    footer = {
      "",
      "Those are datasets and models of attempts that did not count, uploads nothing will be made",
      "of, and interpretations that newer ones took the place of. Whatever a dataset, a model or a",
      "job that has not ended needs is kept, retired ones too.",
      "",
      "Examples:",
      "  ./motifworks gc --dry-run",
      "  ./motifworks gc --older-than 12h"
    })
final class GarbageCommand implements Callable<Integer> {

  private static final List<String> OWNERS = List.of("datasets", "models");
  private static final String AGE = "[1-9][0-9]{0,4}[dh]";

  private final Session session;

  @Option(names = "--dry-run", description = "Tells what would be removed, and removes nothing.")
  private boolean dryRun;

  @Option(
      names = "--older-than",
      paramLabel = "AGE",
      defaultValue = "7d",
      description = "Lets everything younger be: hours as 12h, days as 7d. Default: 7d.")
  private String olderThan;

  GarbageCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    String query = "?olderThan=" + age();
    Api api = session.api();
    ArrayNode items = Json.mapper().createArrayNode();
    for (String owner : OWNERS) {
      String path = "/v1/garbage/" + owner + query;
      JsonNode found = dryRun ? api.get(path) : api.delete(path).orElseThrow();
      found.path("items").forEach(items::add);
    }
    long bytes = 0;
    for (JsonNode item : items) bytes += item.path("bytes").asLong();
    if (session.json()) {
      ObjectNode all = Json.mapper().createObjectNode();
      session.print(all.put("removed", !dryRun).put("bytes", bytes).set("items", items));
    } else {
      session.print(text(items, bytes));
    }
    return ExitCode.OK;
  }

  private Duration age() {
    if (!olderThan.matches(AGE)) {
      throw new CommandFailure(
          ExitCode.USAGE, "No age", "--older-than " + olderThan, "Write 12h or 7d.");
    }
    long count = Long.parseLong(olderThan.substring(0, olderThan.length() - 1));
    return olderThan.endsWith("d") ? Duration.ofDays(count) : Duration.ofHours(count);
  }

  private String text(ArrayNode items, long bytes) {
    if (items.isEmpty()) return "Nothing to remove.\n";
    Style style = session.terminal().style();
    Table table = new Table().column("key").number("size").column("stored").column("why");
    for (JsonNode item : items) {
      Instant stored = Instant.parse(item.path("committed").asText());
      table.row(
          item.path("key").asText(),
          Amount.bytes(item.path("bytes").asLong()),
          Amount.minute(stored, ZoneId.systemDefault()),
          item.path("reason").asText());
    }
    String total = Amount.bytes(bytes) + (dryRun ? " could be freed.\n" : " were freed.\n");
    return table.render(style, "  ") + "\n  " + total;
  }
}
