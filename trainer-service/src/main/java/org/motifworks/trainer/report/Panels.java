package org.motifworks.trainer.report;

/**
 * Small drawings of one size side by side, row after row.
 *
 * @param columns in a row
 * @param panelWidth of one with the space around it, as {@code panelHeight}
 * @param top above the first row
 */
record Panels(int columns, double panelWidth, double panelHeight, double top) {

  double left(int index) {
    return panelWidth * (index % columns);
  }

  double top(int index) {
    return top + panelHeight * (index / columns);
  }

  double width() {
    return columns * panelWidth;
  }

  double height(int count) {
    return top + panelHeight * ((count + columns - 1) / columns);
  }
}
