package org.motifworks.standalone.terminal;

/** One long piece of work as the person at the terminal sees it. */
public interface Step extends AutoCloseable {

  /**
   * Says how far the work is.
   *
   * @param done of {@code total}; both may change, a total of 0 is unknown
   * @param note what to say beside the bar; may be empty
   */
  void update(long done, long total, String note);

  /** Ends it as done; {@code outcome} is a short sentence without a full stop. */
  void succeed(String outcome);

  /** Ends the display without a word when neither success nor failure was told. */
  @Override
  void close();

  /** Ends all displays that are on, before something else is said. */
  static void abandonAll() {
    BarStep.abandonAll();
  }

  /** A bar with time left on a terminal, lines of text elsewhere. */
  static Step begin(Terminal terminal, String title) {
    return terminal.interactive() ? new BarStep(terminal, title) : new LineStep(terminal, title);
  }
}
