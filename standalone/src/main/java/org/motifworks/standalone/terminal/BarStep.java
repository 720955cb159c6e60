package org.motifworks.standalone.terminal;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** A progress bar with time left that turns into one quiet line when the work is done. */
final class BarStep implements Step {

  private static final int REDRAW_MILLIS = 200;

  private static final Set<BarStep> SHOWN = ConcurrentHashMap.newKeySet();

  private final Terminal terminal;
  private final String title;
  private final long startedAt = System.nanoTime();
  private final ProgressBar bar;
  private volatile BarLine line;
  private volatile boolean ended;

  BarStep(Terminal terminal, String title) {
    this.terminal = terminal;
    this.title = title;
    this.line = new BarLine(title, 0, 0, "");
    this.bar =
        new ProgressBarBuilder()
            .setInitialMax(-1)
            .setRenderer((state, columns) -> line.render(elapsed(), columns, terminal.style()))
            .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), terminal.columns()))
            .setUpdateIntervalMillis(REDRAW_MILLIS)
            .continuousUpdate()
            .clearDisplayOnFinish()
            .build();
    SHOWN.add(this);
  }

  static void abandonAll() {
    SHOWN.forEach(BarStep::close);
  }

  @Override
  public void update(long done, long total, String note) {
    line = new BarLine(title, done, total, note);
  }

  @Override
  public void succeed(String outcome) {
    if (ended) return;
    close();
    Style style = terminal.style();
    terminal
        .err()
        .println(
            style.good("✓ ")
                + style.strong(BarLine.padded(title))
                + outcome
                + style.faint("  " + Amount.duration(elapsed())));
  }

  @Override
  public void close() {
    if (ended) return;
    ended = true;
    SHOWN.remove(this);
    bar.close();
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - startedAt);
  }
}
