package org.motifworks.standalone.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.motifworks.contracts.json.Json;
import org.motifworks.core.architecture.Architecture;
import org.motifworks.core.architecture.ArchitectureException;
import org.motifworks.core.architecture.ArchitecturePresets;

/** A preset's name, or the file of an architecture, JSON or YAML. */
final class ArchitectureArgument {

  /** Reads both, since JSON is YAML. */
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private ArchitectureArgument() {}

  /** What a request for a run says: the name as it is, a file as what it describes. */
  static JsonNode json(String argument) {
    return isFile(argument)
        ? Json.mapper().valueToTree(file(Path.of(argument)))
        : TextNode.valueOf(argument);
  }

  /**
   * The architecture itself; one without a name is called after its file.
   *
   * @throws CommandFailure when the name is unknown or the file describes none
   */
  static Architecture architecture(String argument) {
    if (isFile(argument)) return file(Path.of(argument));
    try {
      return ArchitecturePresets.named(argument);
    } catch (ArchitectureException e) {
      throw refused(e.getMessage(), "A file's name ends in .yaml, .yml or .json.");
    }
  }

  static CommandFailure refused(String detail, String action) {
    return new CommandFailure(
        ExitCode.REFUSED, "An architecture that cannot be built", detail, action);
  }

  private static boolean isFile(String argument) {
    return argument.matches("(?i).*\\.(json|ya?ml)");
  }

  private static Architecture file(Path file) {
    try {
      JsonNode description = YAML.readTree(Files.readAllBytes(file));
      if (description instanceof ObjectNode object && !object.has("name")) {
        object.put("name", file.getFileName().toString().replaceFirst("\\.[^.]*$", ""));
      }
      return Architecture.from(description);
    } catch (ArchitectureException e) {
      throw refused(
          file + ": " + e.getMessage(),
          "./motifworks architecture --help shows how one is written.");
    } catch (JsonProcessingException e) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "The architecture is no YAML or JSON",
          file
              + ", line "
              + e.getLocation().getLineNr()
              + ": "
              + e.getOriginalMessage().replaceAll("\\s*\\R\\s*", " "),
          "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
