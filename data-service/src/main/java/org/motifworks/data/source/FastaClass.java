package org.motifworks.data.source;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * One FASTA file and what its sequences are.
 *
 * @param name the class; empty for background, whose sequences belong to no class
 * @param file name of the uploaded file
 */
public record FastaClass(Optional<String> name, String file) {

  /** A file of sequences that belong to no class: all labels 0. */
  public static FastaClass background(String file) {
    return new FastaClass(Optional.empty(), file);
  }

  public static FastaClass of(String name, String file) {
    return new FastaClass(Optional.of(name), file);
  }

  @JsonCreator
  static FastaClass of(
      @JsonProperty("name") String name,
      @JsonProperty("file") String file,
      @JsonProperty("background") Boolean background) {
    if (name != null && Boolean.TRUE.equals(background)) {
      throw new SourceProblem(
          "classes.background-named",
          "'" + name + "' is called background and given a class name.",
          "Leave out either \"name\" or \"background\".");
    }
    return new FastaClass(Optional.ofNullable(name), file == null ? "" : file);
  }

  /** Whether its sequences belong to no class. */
  @JsonProperty("background")
  public boolean background() {
    return name.isEmpty();
  }
}
