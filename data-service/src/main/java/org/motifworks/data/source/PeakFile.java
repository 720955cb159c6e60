package org.motifworks.data.source;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Peaks of one experiment. Files of the same name are one class: replicates, or several cell lines.
 *
 * @param name the class
 * @param file BED or narrowPeak, plain or gzip
 */
public record PeakFile(String name, String file) {

  @JsonCreator
  static PeakFile of(@JsonProperty("name") String name, @JsonProperty("file") String file) {
    return new PeakFile(name == null ? "" : name, file == null ? "" : file);
  }
}
