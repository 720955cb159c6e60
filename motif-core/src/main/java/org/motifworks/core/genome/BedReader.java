package org.motifworks.core.genome;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.motifworks.core.sequence.LineInput;
import org.motifworks.core.sequence.SequenceFormatException;
import org.motifworks.core.sequence.SequenceInput;

/**
 * Reads the intervals of BED and what builds on it (narrowPeak, broadPeak), plain or gzip: the
 * first three columns, parted by tabs or spaces. Lines that are blank or begin with {@code #},
 * {@code track} or {@code browser} are passed over. See genome.ucsc.edu/FAQ/FAQformat.html.
 */
public final class BedReader {

  private static final int LONGEST_LINE = 1 << 16;
  private static final int SHOWN = 60;
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern DIGITS = Pattern.compile("\\d+");

  private BedReader() {}

  /** Takes an interval, 0-based and half-open. */
  @FunctionalInterface
  public interface Receiver {

    /**
     * @param line counted from 1
     */
    void interval(String chromosome, long start, long end, long line) throws IOException;
  }

  /**
   * Reads all intervals of a stream and closes it.
   *
   * @param source what errors call it
   * @throws SequenceFormatException {@code bed.columns}, {@code bed.number}, {@code bed.order} (its
   *     end is not after its start), {@code bed.line-too-long}, {@code bed.empty}, {@code
   *     gzip.truncated}, {@code gzip.corrupt}
   */
  public static void read(InputStream raw, String source, Receiver receiver) throws IOException {
    try (raw;
        LineInput in = new LineInput(SequenceInput.of(raw, source))) {
      in.skipByteOrderMark();
      boolean any = false;
      while (!in.atEnd()) {
        long line = in.line();
        byte[] bytes = in.readLine(LONGEST_LINE);
        Line text = new Line(source, line, new String(bytes, StandardCharsets.UTF_8).strip());
        if (bytes.length == LONGEST_LINE) throw text.problem("line-too-long", "It is no BED line");
        if (text.isRemark()) continue;
        text.hand(receiver);
        any = true;
      }
      if (!any) {
        throw new SequenceFormatException(
            "bed.empty", source, 0, 0, "", "There is no interval in it.");
      }
    }
  }

  private record Line(String source, long number, String text) {

    boolean isRemark() {
      return text.isEmpty() || text.charAt(0) == '#' || isWord("track") || isWord("browser");
    }

    private boolean isWord(String word) {
      if (!text.startsWith(word)) return false;
      return text.length() == word.length() || Character.isWhitespace(text.charAt(word.length()));
    }

    void hand(Receiver receiver) throws IOException {
      String[] cells = BLANKS.split(text, 4);
      if (cells.length < 3) {
        throw problem("columns", "An interval has three columns (chromosome, start, end)");
      }
      long start = coordinate(cells[1]);
      long end = coordinate(cells[2]);
      if (end <= start) throw problem("order", "The end is not after the start");
      receiver.interval(cells[0], start, end, number);
    }

    private long coordinate(String cell) {
      if (cell.length() <= 12 && DIGITS.matcher(cell).matches()) return Long.parseLong(cell);
      throw problem("number", "'" + shown(cell) + "' is no coordinate: start and end are numbers");
    }

    SequenceFormatException problem(String reason, String detail) {
      return new SequenceFormatException(
          "bed." + reason, source, number, 0, "", detail + ". The line is '" + shown(text) + "'.");
    }

    private static String shown(String text) {
      return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
  }
}
