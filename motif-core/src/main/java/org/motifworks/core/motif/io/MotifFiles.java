package org.motifworks.core.motif.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import org.motifworks.core.input.GzipInput;
import org.motifworks.core.motif.Background;
import org.motifworks.core.motif.Motif;

/**
 * The door to motif files of any format, read line by line and written.
 *
 * <p>Reading takes plain or gzip bytes, UTF-8 with or without a byte order mark, any line ends. A
 * motif that cannot be used by itself (a column that is all zero or far from a sum of 1, NaN, a
 * negative number, no rows) is {@linkplain MotifFile#rejected() rejected} and the others are kept;
 * callers show the rejected. A fault of the file is a {@link MotifFormatException}: {@code
 * motif.empty}, {@code motif.unknown-format}, {@code motif.not-meme}, {@code motif.alphabet} (RNA,
 * protein), {@code motif.background}, {@code motif.invalid-header}, {@code motif.truncated}, {@code
 * motif.line-too-long}, {@code motif.too-large}, {@code gzip.truncated}, {@code gzip.corrupt}; or
 * the code of the first rejected motif when none can be used.
 */
public final class MotifFiles {
  /** For text whose size the caller has bounded, or need not. */
  public static final long UNLIMITED = Long.MAX_VALUE;

  private MotifFiles() {}

  /** Reads a file, its format known by its content; errors call it by its file name. */
  public static MotifFile read(Path file) throws IOException {
    return read(file, Optional.empty());
  }

  /** Reads a file of a format, or known by its content when the format is empty. */
  public static MotifFile read(Path file, Optional<MotifFileFormat> format) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      return read(String.valueOf(file.getFileName()), bytes, format, UNLIMITED);
    }
  }

  /** Reads text, its format known by its content. */
  public static MotifFile read(String source, String text) {
    try {
      return read(new NumberedLines(source, new StringReader(text), UNLIMITED), Optional.empty());
    } catch (IOException e) {
      throw new IllegalStateException("A text in memory cannot be read", e);
    }
  }

  /**
   * Reads a stream, which stays open.
   *
   * @param source what errors call it
   * @param format its format; known by its content when empty
   * @param limit most characters of text (uncompressed), more is {@code motif.too-large}
   */
  public static MotifFile read(
      String source, InputStream bytes, Optional<MotifFileFormat> format, long limit)
      throws IOException {
    InputStream content;
    try {
      content = GzipInput.open(bytes);
    } catch (java.io.EOFException | ZipException e) {
      throw new MotifFormatException("gzip.corrupt", source, 1, "the gzip file is damaged");
    }
    Reader text = new InputStreamReader(content, StandardCharsets.UTF_8);
    return read(new NumberedLines(source, text, limit), format);
  }

  private static MotifFile read(NumberedLines lines, Optional<MotifFileFormat> format)
      throws IOException {
    MotifFileFormat known = format.isPresent() ? format.get() : FormatDetection.of(lines);
    switch (known) {
      case MEME:
        return MemeFormat.read(lines);
      case JASPAR:
        return JasparFormat.read(lines);
      case TRANSFAC:
        return TransfacFormat.read(lines);
      case HOMER:
        return HomerFormat.read(lines);
      case UNIPROBE:
        return UniProbeFormat.read(lines);
      case PLAIN:
        return PlainFormat.read(lines);
      default:
        throw new IllegalArgumentException("Format " + known);
    }
  }

  /**
   * Writes motifs in a format: numbers that were read in the digits they were read in, others with
   * six decimals.
   *
   * @param background of which only MEME text has a place
   */
  public static void write(
      MotifFileFormat format, Background background, List<Motif> motifs, Appendable out)
      throws IOException {
    switch (format) {
      case MEME:
        MemeFormat.write(background, motifs, out);
        break;
      case JASPAR:
        JasparFormat.write(motifs, out);
        break;
      case TRANSFAC:
        TransfacFormat.write(motifs, out);
        break;
      case HOMER:
        HomerFormat.write(motifs, out);
        break;
      case UNIPROBE:
        UniProbeFormat.write(motifs, out);
        break;
      case PLAIN:
        PlainFormat.write(motifs, out);
        break;
      default:
        throw new IllegalArgumentException("Format " + format);
    }
  }
}
