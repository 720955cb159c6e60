package org.motifworks.interpret.saliency;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.motifworks.core.dataset.DatasetSplit;

/**
 * A row with exactly one label: nothing else in it should draw the model's eye.
 *
 * @param row in the split, 0-based
 * @param label index of its class
 */
record SingleLabelRow(int row, int label) {

  /**
   * The first {@code many} such rows of a split and, of a class that none of them has, its first
   * row after them; in order. A class without any such row is not in it.
   */
  static List<SingleLabelRow> ofEveryClass(DatasetSplit split, int classes, int many) {
    List<SingleLabelRow> found = new ArrayList<>();
    BitSet seen = new BitSet(classes);
    for (int row = 0; row < split.size(); row++) {
      if (found.size() >= many && seen.cardinality() == classes) break;
      int label = onlyLabel(split.labels().row(row));
      if (label < 0 || found.size() >= many && seen.get(label)) continue;
      found.add(new SingleLabelRow(row, label));
      seen.set(label);
    }
    return found;
  }

  private static int onlyLabel(byte[] labels) {
    int only = -1;
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] == 0) continue;
      if (only >= 0) return -1;
      only = i;
    }
    return only;
  }
}
