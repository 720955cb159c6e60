package org.motifworks.inference.check;

/**
 * A number that is either fixed or so many for each sequence of a batch: {@code count}, or {@code
 * count × batch}. Sizes that grow faster than the batch cannot be said, and are refused.
 */
record Extent(long count, boolean perSequence) {
  static final Extent ONE = fixed(1);

  /** The batch itself. */
  static final Extent BATCH = new Extent(1, true);

  static Extent fixed(long count) {
    return new Extent(count, false);
  }

  boolean isOne() {
    return equals(ONE);
  }

  Extent times(Extent other) {
    if (perSequence && other.perSequence) {
      throw GraphRefused.tooLarge("its size grows with the square of the batch");
    }
    try {
      return new Extent(Math.multiplyExact(count, other.count), perSequence || other.perSequence);
    } catch (ArithmeticException e) {
      throw GraphRefused.tooLarge("its size is beyond counting");
    }
  }

  Extent times(long factor) {
    return times(fixed(factor));
  }

  /** The count of a size that must not depend on the batch. */
  long fixedCount(String what) {
    if (!perSequence) return count;
    throw GraphRefused.corrupt(what + " depends on the batch");
  }

  /** {@code 12} or {@code 12·batch}. */
  @Override
  public String toString() {
    if (!perSequence) return Long.toString(count);
    return count == 1 ? "batch" : count + "·batch";
  }
}
