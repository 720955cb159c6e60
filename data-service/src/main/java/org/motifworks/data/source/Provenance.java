package org.motifworks.data.source;

import static java.util.Comparator.comparing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Properties;
import org.motifworks.contracts.json.Json;

/**
 * Where an artifact came from, as a dataset's {@code dataset.json} tells: settings, hashes of the
 * input files, program. No time and no id, so that the same input gives the same bytes.
 */
public final class Provenance {

  private static final String PROGRAM = program();

  private Provenance() {}

  /** Tree with {@code program}, {@code source} and, when there were any, {@code inputs}. */
  public static JsonNode of(DatasetSource source, Collection<InputFile> inputs) {
    return of("source", source.withoutPaths(), inputs);
  }

  /** The same of something else that was made. */
  public static JsonNode of(String name, Object settings, Collection<InputFile> inputs) {
    ObjectNode tree = Json.mapper().createObjectNode();
    tree.put("program", PROGRAM);
    tree.set(name, Json.mapper().valueToTree(settings));
    if (inputs.isEmpty()) return tree;
    ArrayNode files = tree.putArray("inputs");
    for (InputFile input : inputs.stream().sorted(comparing(InputFile::name)).toList()) {
      files
          .addObject()
          .put("name", input.name())
          .put("bytes", input.bytes())
          .put("sha256", input.sha256());
    }
    return tree;
  }

  private static String program() {
    try (InputStream in = Provenance.class.getResourceAsStream("program.properties")) {
      if (in == null) throw new IllegalStateException("program.properties is not in the jar");
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("program");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
