package org.motifworks.core.dataset;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How large a split is.
 *
 * @param sequences number of sequences
 * @param positives number of sequences that carry each class, in the order of the classes
 */
public record SplitCounts(int sequences, Map<String, Integer> positives) {

  public SplitCounts {
    positives = Collections.unmodifiableMap(new LinkedHashMap<>(positives));
  }
}
