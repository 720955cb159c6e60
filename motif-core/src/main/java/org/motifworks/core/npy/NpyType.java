package org.motifworks.core.npy;

/** The element types Motifworks keeps in {@code .npy} files. */
public enum NpyType {
  UINT8("|u1", 1),
  FLOAT32("<f4", 4);

  private final String descriptor;
  private final int bytes;

  NpyType(String descriptor, int bytes) {
    this.descriptor = descriptor;
    this.bytes = bytes;
  }

  /** What NumPy calls it in a header. */
  public String descriptor() {
    return descriptor;
  }

  /** Bytes an element. */
  public int bytes() {
    return bytes;
  }
}
