package org.motifworks.core.motif.io;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The formats motifs are read from and written in, by the names users of the field know. */
public enum MotifFileFormat {
  MEME("meme", ".meme"),
  JASPAR("jaspar", ".jaspar"),
  TRANSFAC("transfac", ".transfac"),
  HOMER("homer", ".motif"),
  UNIPROBE("uniprobe", ".uniprobe"),
  /** Rows of four numbers, or four rows; with or without {@code >id} lines. */
  PLAIN("plain", ".txt");

  private final String word;
  private final String suffix;

  MotifFileFormat(String word, String suffix) {
    this.word = word;
    this.suffix = suffix;
  }

  /** What a command line or a parameter calls it, such as {@code meme}. */
  public String word() {
    return word;
  }

  /** How its files' names end, such as {@code .meme}. */
  public String suffix() {
    return suffix;
  }

  /** The format of a word, whatever its case; empty for an unknown one. */
  public static Optional<MotifFileFormat> of(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(format -> format.word.equals(lower)).findFirst();
  }

  /** All words, for messages: {@code meme, jaspar, ...}. */
  public static String words() {
    return Arrays.stream(values()).map(MotifFileFormat::word).collect(Collectors.joining(", "));
  }
}
