package org.motifworks.standalone.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where the command line writes to, and what it may use there.
 *
 * @param out for results
 * @param err for progress, hints and errors
 * @param interactive a person watches: progress bars and colours
 * @param colours whether ANSI colours are wanted
 * @param columns width in characters
 */
public record Terminal(
    PrintStream out, PrintStream err, boolean interactive, boolean colours, int columns) {

  private static final int DEFAULT_COLUMNS = 100;

  /** This process's terminal, or the pipe or file in its place; UTF-8 whatever the locale. */
  public static Terminal ofThisProcess() {
    boolean interactive = isTerminal();
    Map<String, String> environment = System.getenv();
    boolean colours =
        interactive
            && !environment.containsKey("NO_COLOR")
            && !"dumb".equals(environment.get("TERM"));
    return new Terminal(
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        interactive,
        colours,
        columns(System.getProperty("motifworks.columns", "")));
  }

  /** Plain text without colours or bars, as in a pipe. */
  public static Terminal plain(PrintStream out, PrintStream err) {
    return new Terminal(out, err, false, false, DEFAULT_COLUMNS);
  }

  public Style style() {
    return new Style(colours);
  }

  /** On Java 17 a console is there only when both standard streams are a terminal. */
  @SuppressWarnings("SystemConsoleNull") // later versions are asked for the same by the launcher
  private static boolean isTerminal() {
    return System.console() != null;
  }

  private static int columns(String given) {
    return given.matches("[1-9]\\d{1,3}") ? Math.max(60, Integer.parseInt(given)) : DEFAULT_COLUMNS;
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
