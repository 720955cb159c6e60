package org.motifworks.data.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.motifworks.core.dataset.DatasetWarning;

/** Counts what is worth a warning, keeping the first example of each kind. For many threads. */
public final class Tally {

  private final Map<String, Entry> entries = new TreeMap<>();

  /** Counts one more of {@code code}; {@code example} says where it was seen. */
  public synchronized void count(String code, String example) {
    entries.computeIfAbsent(code, none -> new Entry(example)).count++;
  }

  public synchronized long of(String code) {
    Entry entry = entries.get(code);
    return entry == null ? 0 : entry.count;
  }

  /** All that was counted, in the order of the codes. */
  public synchronized List<DatasetWarning> warnings() {
    List<DatasetWarning> warnings = new ArrayList<>();
    entries.forEach(
        (code, entry) -> warnings.add(new DatasetWarning(code, entry.example, entry.count)));
    return warnings;
  }

  private static final class Entry {
    final String example;
    long count;

    Entry(String example) {
      this.example = example;
    }
  }
}
