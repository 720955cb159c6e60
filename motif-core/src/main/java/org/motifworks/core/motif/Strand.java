package org.motifworks.core.motif;

/** The strand a motif is read from: as given, or as its reverse complement. */
public enum Strand {
  FORWARD('+'),
  REVERSE('-');

  private final char symbol;

  Strand(char symbol) {
    this.symbol = symbol;
  }

  /** {@code +} or {@code -}, as BED, Tomtom and {@code truth.tsv} print it. */
  public char symbol() {
    return symbol;
  }

  /** The other strand. */
  public Strand opposite() {
    return this == FORWARD ? REVERSE : FORWARD;
  }

  /**
   * The strand a symbol stands for.
   *
   * @throws IllegalArgumentException for anything but {@code +} and {@code -}
   */
  public static Strand of(char symbol) {
    if (symbol == '+') return FORWARD;
    if (symbol == '-') return REVERSE;
    throw new IllegalArgumentException("A strand is + or -, not '" + symbol + "'");
  }
}
