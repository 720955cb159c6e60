package org.motifworks.contracts.event;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Someone outside has new data: the same as a request over REST, told by whoever has it. Told again
 * under the same event id it is the same request.
 *
 * @param subject name of the dataset to be made; several requests make several versions of it
 * @param version has no meaning here; 1
 * @param source what it is to be made from, as in {@code POST /v1/datasets}: {@code {"kind":
 *     "append", "base": ..., "added": ...}}. Files are named by path, in a folder data-service may
 *     read
 */
public record DatasetRequested(String subject, long version, JsonNode source) implements Fact {
  public DatasetRequested {
    requireNonNull(subject, "subject");
    requireNonNull(source, "source");
  }
}
