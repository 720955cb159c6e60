package org.motifworks.core.dataset;

import java.util.Objects;

/**
 * Something about the data its user should know, though it stopped nothing.
 *
 * @param code a stable name such as {@code dataset.duplicates}
 * @param detail one sentence
 * @param count how many records it concerns
 */
public record DatasetWarning(String code, String detail, long count) {

  public DatasetWarning {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(detail, "detail");
  }
}
