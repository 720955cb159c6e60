package org.motifworks.core.sequence;

/**
 * How much a FASTA reader takes before it says no.
 *
 * @param recordLength most nucleotides in one record
 * @param headerBytes most bytes in one header line
 */
public record FastaLimits(int recordLength, int headerBytes) {

  /** What a Java array can hold, less room for one buffer. */
  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - (1 << 17);

  /** Any record that fits into memory, headers up to 64 KiB. */
  public static final FastaLimits DEFAULT = new FastaLimits(LARGEST_ARRAY, 1 << 16);

  public FastaLimits {
    if (recordLength < 1 || recordLength > LARGEST_ARRAY) {
      throw new IllegalArgumentException(
          "recordLength is 1 to " + LARGEST_ARRAY + ", not " + recordLength);
    }
    if (headerBytes < 1 || headerBytes > 1 << 24) {
      throw new IllegalArgumentException("headerBytes is 1 to 16777216, not " + headerBytes);
    }
  }

  /** The same limits but for the length of a record. */
  public FastaLimits withRecordLength(int nucleotides) {
    return new FastaLimits(nucleotides, headerBytes);
  }
}
