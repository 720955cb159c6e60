package org.motifworks.interpret.saliency;

import java.util.ArrayList;
import java.util.List;
import org.motifworks.core.dataset.DatasetSplit;

/**
 * A row with exactly one label: nothing else in it should draw the model's eye.
 *
 * @param row in the split, 0-based
 * @param label index of its class
 */
record SingleLabelRow(int row, int label) {

  /** The first such rows of a split, in order. */
  static List<SingleLabelRow> first(DatasetSplit split, int atMost) {
    List<SingleLabelRow> found = new ArrayList<>();
    for (int row = 0; row < split.size() && found.size() < atMost; row++) {
      int label = onlyLabel(split.labels().row(row));
      if (label >= 0) found.add(new SingleLabelRow(row, label));
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
