package org.motifworks.core.track;

import java.nio.ByteBuffer;

/** What is told of a stretch instead of its values. */
final class Summary {

  /** Bytes as a record of a zoom level. */
  static final int RECORD = 32;

  int chromosome;
  int start;
  int end;
  long bases;
  double minimum = Double.POSITIVE_INFINITY;
  double maximum = Double.NEGATIVE_INFINITY;
  double sum;
  double sumOfSquares;

  /** One value. */
  static Summary of(int chromosome, int start, int end, float value) {
    Summary summary = new Summary();
    summary.chromosome = chromosome;
    summary.start = start;
    summary.end = end;
    summary.bases = end - start;
    summary.minimum = value;
    summary.maximum = value;
    summary.sum = (double) value * (end - start);
    summary.sumOfSquares = (double) value * value * (end - start);
    return summary;
  }

  /** As {@link #put} wrote it. */
  static Summary get(ByteBuffer record) {
    Summary summary = new Summary();
    summary.chromosome = record.getInt();
    summary.start = record.getInt();
    summary.end = record.getInt();
    summary.bases = record.getInt() & 0xffffffffL;
    summary.minimum = record.getFloat();
    summary.maximum = record.getFloat();
    summary.sum = record.getFloat();
    summary.sumOfSquares = record.getFloat();
    return summary;
  }

  Summary copy() {
    Summary copy = new Summary();
    copy.chromosome = chromosome;
    copy.start = start;
    copy.add(this);
    return copy;
  }

  void put(ByteBuffer record) {
    record.putInt(chromosome).putInt(start).putInt(end).putInt((int) bases);
    record.putFloat((float) minimum).putFloat((float) maximum);
    record.putFloat((float) sum).putFloat((float) sumOfSquares);
  }

  /** Takes in one that comes after it. */
  void add(Summary next) {
    end = next.end;
    bases += next.bases;
    minimum = Math.min(minimum, next.minimum);
    maximum = Math.max(maximum, next.maximum);
    sum += next.sum;
    sumOfSquares += next.sumOfSquares;
  }
}
