package org.motifworks.data.scoring;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** Keeps the table that the interpret-service answers with. */
final class ScoreTable {

  private static final int BUFFER = 1 << 16;
  private static final int ROWS_BETWEEN_LOOKS = 256;
  private static final Pattern LAST_LINE = Pattern.compile("#count=(\\d+) errors=(\\d+) .*");

  private ScoreTable() {}

  /**
   * @param sequences rows asked for
   * @param failed of these, rows with an error
   */
  record Counts(long sequences, long failed) {}

  /** Takes a row, the first and the last among them. */
  @FunctionalInterface
  interface Receiver {
    void row(String row) throws IOException;
  }

  /**
   * Writes it as gzip, row by row as it comes.
   *
   * @param look called now and then; what it throws ends the writing
   * @throws IOException and others as {@link #read} does
   */
  static Counts write(InputStream answer, Path file, Runnable look) throws IOException {
    try (Writer out =
        new BufferedWriter(
            new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file), BUFFER), StandardCharsets.UTF_8),
            BUFFER)) {
      return read(
          answer,
          look,
          row -> {
            out.write(row);
            out.write('\n');
          });
    }
  }

  /**
   * Reads it row by row as it comes, and closes it.
   *
   * @param look called now and then; what it throws ends the reading
   * @throws org.motifworks.kit.problem.Problem with the code of the last row, where that says that
   *     the sequences could not be read any further
   * @throws IOException where the answer was cut off
   */
  static Counts read(InputStream answer, Runnable look, Receiver receiver) throws IOException {
    try (BufferedReader rows =
        new BufferedReader(new InputStreamReader(answer, StandardCharsets.UTF_8), BUFFER)) {
      String last = "";
      long count = 0;
      for (String row = rows.readLine(); row != null; row = rows.readLine()) {
        if (count++ % ROWS_BETWEEN_LOOKS == 0) look.run();
        receiver.row(row);
        last = row;
      }
      Matcher end = LAST_LINE.matcher(last);
      if (!end.matches()) throw broken(last);
      return new Counts(Long.parseLong(end.group(1)), Long.parseLong(end.group(2)));
    }
  }

  /** The table ends as it should but for the line that counts: its last row tells why. */
  private static RuntimeException broken(String row) {
    String error = row.substring(row.lastIndexOf('\t') + 1);
    int colon = error.indexOf(": ");
    if (colon < 0) return new IllegalStateException("the table ends by: " + row);
    return ScoringProblems.unreadable(
        error.substring(0, colon),
        error.substring(colon + 2),
        "Put the file right and ask for its scores again.");
  }
}
