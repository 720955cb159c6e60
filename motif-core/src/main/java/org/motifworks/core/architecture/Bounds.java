package org.motifworks.core.architecture;

/** Range checks whose messages name the layer, the field, the value and the range. */
final class Bounds {

  private Bounds() {}

  static void within(String layer, String field, int value, int least, int most) {
    if (value < least || value > most) {
      throw ArchitectureException.layer(
          layer, field + " is " + value + " but must lie in " + least + ".." + most);
    }
  }

  static void dropout(String layer, double value) {
    if (!(value >= 0 && value < 1)) {
      throw ArchitectureException.layer(
          layer, "dropout is " + value + " but must be at least 0 and below 1");
    }
  }
}
