package org.motifworks.standalone.terminal;

import java.time.Duration;

/**
 * What a progress bar shows at one moment.
 *
 * @param total 0 when unknown: a spinner stands in for the bar
 * @param note the rest of the line, cut at the terminal's edge
 */
record BarLine(String title, long done, long total, String note) {

  private static final int TITLE_COLUMNS = 16;
  private static final int BAR_COLUMNS = 30;

  /** Fewer steps are too uneven to tell the time left from them. */
  private static final int TOTAL_WORTH_AN_ESTIMATE = 20;

  private static final String SPINNER = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";

  static String padded(String title) {
    return title + " ".repeat(Math.max(1, TITLE_COLUMNS - title.length()));
  }

  String render(Duration elapsed, int columns, Style style) {
    long tick = elapsed.toMillis() / 200;
    String spinner = SPINNER.charAt((int) (tick % SPINNER.length())) + " ";
    String start = spinner + padded(title);
    String rest = total > 0 ? amounts(elapsed) : elapsedAndNote(elapsed);
    String bar = total > 0 ? bar(style) + "  " : "";
    int room = columns - start.length() - (total > 0 ? BAR_COLUMNS + 2 : 0);
    return start + bar + cut(rest, room);
  }

  private String bar(Style style) {
    int filled = (int) Math.min(BAR_COLUMNS, BAR_COLUMNS * done / total);
    return style.good("━".repeat(filled)) + style.faint("─".repeat(BAR_COLUMNS - filled));
  }

  private String amounts(Duration elapsed) {
    String text = Amount.count(done) + "/" + Amount.count(total);
    if (done > 0 && done < total && total >= TOTAL_WORTH_AN_ESTIMATE) {
      double nanosLeft = (double) elapsed.toNanos() / done * (total - done);
      text += "  " + Amount.duration(Duration.ofNanos((long) nanosLeft).plusMillis(999)) + " left";
    }
    return note.isEmpty() ? text : text + "  " + note;
  }

  private String elapsedAndNote(Duration elapsed) {
    String text = Amount.duration(Duration.ofSeconds(elapsed.toSeconds()));
    return note.isEmpty() ? text : note + "  " + text;
  }

  private static String cut(String text, int room) {
    return text.length() <= room ? text : text.substring(0, Math.max(0, room - 1)) + "…";
  }
}
