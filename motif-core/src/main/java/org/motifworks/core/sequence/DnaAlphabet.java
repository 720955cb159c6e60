package org.motifworks.core.sequence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The letters of DNA and their tokens.
 *
 * <p>Upper and lower case mean the same, U is T, the IUPAC ambiguity codes R Y S W K M B D H V are
 * N. No other letter is a nucleotide.
 */
public final class DnaAlphabet {

  /** What an error message says is allowed. */
  static final String ALLOWED = "Allowed: A C G T U N and IUPAC codes.";

  static final byte INVALID = -1;
  private static final byte[] TOKENS = tokens();
  private static final byte[] LETTERS = {'A', 'C', 'G', 'T', 'N'};

  private DnaAlphabet() {}

  /** The token of one letter, or -1 when it is no nucleotide. */
  public static byte token(int letter) {
    return letter >= 0 && letter < TOKENS.length ? TOKENS[letter] : INVALID;
  }

  /** The upper-case letter of one token. */
  public static char letter(byte token) {
    return (char) LETTERS[token];
  }

  /**
   * The tokens of a sequence written in letters.
   *
   * @throws SequenceFormatException {@code sequence.invalid-letter}, with the 1-based column
   */
  public static byte[] tokenise(CharSequence letters) {
    // What is no Latin-1 comes as '?', which is no nucleotide either.
    byte[] tokens = letters.toString().getBytes(StandardCharsets.ISO_8859_1);
    int taken = tokeniseUntilInvalid(tokens, 0, tokens.length, tokens, 0);
    if (taken < tokens.length) throw invalid(letters.charAt(taken), taken);
    return tokens;
  }

  /**
   * Writes the tokens of {@code ascii[from, from + length)} to {@code into} from {@code offset} on.
   *
   * @throws SequenceFormatException {@code sequence.invalid-letter}, with the 1-based column
   *     counted from {@code from}
   */
  public static void tokenise(byte[] ascii, int from, int length, byte[] into, int offset) {
    int taken = tokeniseUntilInvalid(ascii, from, length, into, offset);
    if (taken < length) throw invalid(ascii[from + taken] & 0xff, taken);
  }

  /**
   * The same up to the first letter that is no nucleotide; answers how many came before it. {@code
   * into} may be {@code ascii} itself, from the same place on.
   */
  static int tokeniseUntilInvalid(byte[] ascii, int from, int length, byte[] into, int offset) {
    int at = 0;
    while (at < length) {
      at = tokeniseEights(ascii, from, at, length, into, offset);
      // Where another letter is, more may be near.
      for (int end = Math.min(length, at + EightBases.COUNT); at < end; at++) {
        byte token = TOKENS[ascii[from + at] & 0xff];
        if (token == INVALID) return at;
        into[offset + at] = token;
      }
    }
    return length;
  }

  /** Goes on from {@code at} to a letter not in ACGTUN, or to where fewer than eight are. */
  private static int tokeniseEights(
      byte[] ascii, int from, int at, int length, byte[] into, int offset) {
    while (at <= length - EightBases.COUNT) {
      long letters = EightBases.get(ascii, from + at);
      long tokens = EightBases.tokens(letters);
      long others = EightBases.notAcgt(letters);
      if (others != 0) {
        tokens = EightBases.withN(tokens, letters);
        others = EightBases.notAcgtun(letters);
      }
      if (others != 0) {
        int known = EightBases.before(others);
        EightBases.putFirst(known, tokens, into, offset + at);
        return at + known;
      }
      EightBases.put(tokens, into, offset + at);
      at += EightBases.COUNT;
    }
    return at;
  }

  /** How many bytes come before the first that is no token, 0 to 4. */
  public static int tokensBefore(byte[] bytes) {
    int at = 0;
    while (at <= bytes.length - EightBases.COUNT
        && EightBases.areTokens(EightBases.get(bytes, at))) {
      at += EightBases.COUNT;
    }
    while (at < bytes.length && bytes[at] >= 0 && bytes[at] < Nucleotide.COUNT) at++;
    return at;
  }

  /** The sequence in upper-case letters: A, C, G, T, N. */
  public static String format(byte[] tokens) {
    return format(tokens, 0, tokens.length);
  }

  /** The part {@code [from, to)} (0-based, half-open) in upper-case letters. */
  public static String format(byte[] tokens, int from, int to) {
    byte[] letters = new byte[to - from];
    int at = 0;
    for (; at <= letters.length - EightBases.COUNT; at += EightBases.COUNT) {
      long eight = EightBases.get(tokens, from + at);
      if (!EightBases.areTokens(eight)) break; // refused below
      EightBases.put(EightBases.letters(eight), letters, at);
    }
    for (; at < letters.length; at++) letters[at] = LETTERS[tokens[from + at]];
    return new String(letters, StandardCharsets.US_ASCII);
  }

  /** How an error message shows a letter, printable or not. */
  static String shown(int letter) {
    boolean printable = letter > ' ' && letter < 0x7f;
    return printable ? "'" + (char) letter + "'" : String.format("character code 0x%02X", letter);
  }

  private static SequenceFormatException invalid(int letter, int index) {
    return new SequenceFormatException(
        "sequence.invalid-letter", "", 0, index + 1L, "", shown(letter) + ". " + ALLOWED);
  }

  private static byte[] tokens() {
    byte[] table = new byte[256];
    Arrays.fill(table, INVALID);
    assign(table, "Aa", Nucleotide.A);
    assign(table, "Cc", Nucleotide.C);
    assign(table, "Gg", Nucleotide.G);
    assign(table, "TtUu", Nucleotide.T);
    assign(table, "NnRrYySsWwKkMmBbDdHhVv", Nucleotide.N);
    return table;
  }

  private static void assign(byte[] table, String letters, byte token) {
    for (int i = 0; i < letters.length(); i++) table[letters.charAt(i)] = token;
  }
}
