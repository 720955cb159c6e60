package org.motifworks.standalone.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.motifworks.contracts.json.Json;

/** A preset's name, or the file of an architecture. */
final class ArchitectureArgument {

  private ArchitectureArgument() {}

  static JsonNode json(String argument) {
    if (!argument.endsWith(".json")) return TextNode.valueOf(argument);
    try {
      return Json.mapper().readTree(Files.readAllBytes(Path.of(argument)));
    } catch (JsonProcessingException e) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "The architecture is no JSON",
          argument + ", line " + e.getLocation().getLineNr() + ": " + e.getOriginalMessage(),
          "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
