package org.motifworks.core.architecture;

/** Range checks whose messages name the place, the value and the range. */
final class Bounds {

  private Bounds() {}

  static void within(String path, int value, int least, int most) {
    if (value < least || value > most) {
      throw ArchitectureException.at(
          path, "is " + value + " but must lie in " + least + ".." + most);
    }
  }

  static void dropout(String block, double value) {
    if (!(value >= 0 && value < 1)) {
      throw ArchitectureException.at(
          block + ".dropout", "is " + value + " but must be at least 0 and below 1");
    }
  }
}
