package org.motifworks.standalone.terminal;

import java.time.Duration;

/** Progress for pipes and log files: a line at the start, at every tenth, and at the end. */
final class LineStep implements Step {

  private final Terminal terminal;
  private final String title;
  private final long startedAt = System.nanoTime();
  private long lastTenth = -1;
  private String lastLine = "";
  private boolean ended;

  LineStep(Terminal terminal, String title) {
    this.terminal = terminal;
    this.title = title;
    terminal.err().println(title + " ...");
  }

  @Override
  public void update(long done, long total, String note) {
    if (ended || total <= 0) return;
    long tenth = 10 * done / total;
    String line = title + ": " + Amount.count(done) + " of " + Amount.count(total);
    if (tenth == lastTenth || done == 0 || line.equals(lastLine)) return;
    lastTenth = tenth;
    lastLine = line;
    terminal.err().println(note.isEmpty() ? line : line + ", " + note);
  }

  @Override
  public void succeed(String outcome) {
    if (ended) return;
    ended = true;
    Duration taken = Duration.ofNanos(System.nanoTime() - startedAt);
    terminal.err().println(title + ": " + outcome + " (" + Amount.duration(taken) + ")");
  }

  @Override
  public void close() {
    ended = true;
  }
}
