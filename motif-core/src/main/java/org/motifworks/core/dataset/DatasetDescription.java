package org.motifworks.core.dataset;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code dataset.json} says. It holds no id of its own and no time: the same data give the
 * same bytes.
 *
 * @param format always {@value #FORMAT}
 * @param classes names of the label columns, in order
 * @param window length of every sequence, nt
 * @param splits size and positives of each split
 * @param provenance where the data came from, as the maker of the dataset tells it; JSON null when
 *     it tells nothing
 * @param warnings what its user should know
 */
@JsonPropertyOrder({"format", "classes", "window", "splits", "provenance", "warnings"})
public record DatasetDescription(
    String format,
    List<String> classes,
    int window,
    Map<Split, SplitCounts> splits,
    JsonNode provenance,
    List<DatasetWarning> warnings) {

  /** The format this code writes, and the only one it reads. */
  public static final String FORMAT = "motifworks.dataset/1";

  /** The name of the file in a dataset folder. */
  public static final String FILE = "dataset.json";

  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  public DatasetDescription {
    classes = List.copyOf(classes);
    Map<Split, SplitCounts> copy = new EnumMap<>(Split.class);
    copy.putAll(splits);
    splits = Collections.unmodifiableMap(copy);
    provenance = provenance == null ? NullNode.getInstance() : provenance;
    warnings = List.copyOf(warnings);
  }

  /** Sequences of all splits. */
  public long sequences() {
    return splits.values().stream().mapToLong(SplitCounts::sequences).sum();
  }

  /** Indented JSON with LF line ends, the same on every platform. */
  public String toJson() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(indenter);
    try {
      return JSON.writer(printer).writeValueAsString(this) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A dataset description is always writable", e);
    }
  }

  /**
   * Reads {@code dataset.json} of a folder.
   *
   * @throws DatasetFormatException {@code dataset.missing}, {@code dataset.invalid-description} or
   *     {@code dataset.unknown-format}
   */
  static DatasetDescription read(Path folder) throws IOException {
    try {
      JsonNode tree = JSON.readTree(Files.readString(folder.resolve(FILE)));
      String format = tree.path("format").asText();
      if (!format.equals(FORMAT)) {
        String detail = folder + " has format '" + format + "', read is '" + FORMAT + "'.";
        throw new DatasetFormatException("dataset.unknown-format", detail);
      }
      return JSON.treeToValue(tree, DatasetDescription.class);
    } catch (NoSuchFileException e) {
      String detail = folder + " is no dataset: it has no " + FILE + ".";
      throw new DatasetFormatException("dataset.missing", detail, e);
    } catch (JsonProcessingException e) {
      String detail = folder.resolve(FILE) + ": " + e.getOriginalMessage();
      throw new DatasetFormatException("dataset.invalid-description", detail, e);
    }
  }
}
