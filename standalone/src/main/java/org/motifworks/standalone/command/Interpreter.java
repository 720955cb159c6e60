package org.motifworks.standalone.command;

import java.io.PrintWriter;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import org.motifworks.standalone.terminal.Style;
import org.motifworks.standalone.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Understands a command line and runs its command. */
public final class Interpreter {

  private Interpreter() {}

  /**
   * Runs one command.
   *
   * @return see {@link ExitCode}
   */
  public static int run(Session session, String... arguments) {
    return commandLine(session, arguments).execute(arguments);
  }

  /**
   * All that these arguments can mean; of a command that they do not name, only its description.
   */
  static CommandLine commandLine(Session session, String... arguments) {
    Terminal terminal = session.terminal();
    WithSession factory = new WithSession(session);
    CommandLine line = new CommandLine(MotifworksCommand.class, factory);
    NamedCommands named = NamedCommands.in(arguments);
    for (Class<?> each : MotifworksCommand.COMMANDS) named.add(each, line, factory);
    line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(terminal.colours() ? Ansi.ON : Ansi.OFF));
    line.setUsageHelpWidth(Math.min(terminal.columns(), 110));
    line.setUsageHelpLongOptionsMaxWidth(34);
    line.setAbbreviatedOptionsAllowed(false);
    inReadingOrder(line);
    line.setParameterExceptionHandler((e, given) -> explain(session, e));
    line.setExecutionExceptionHandler((e, command, parsed) -> explain(session, e));
    return line;
  }

  /** Options as they are declared, the common ones last; a long synopsis shortened. */
  private static void inReadingOrder(CommandLine line) {
    line.getCommandSpec().usageMessage().sortOptions(false).sortSynopsis(false);
    line.getCommandSpec().usageMessage().abbreviateSynopsis(line.getCommandSpec().parent() != null);
    line.getCommandSpec()
        .usageMessage()
        .parameterListHeading("%n")
        .optionListHeading(line.getCommandSpec().positionalParameters().isEmpty() ? "%n" : "")
        .commandListHeading("%nCommands:%n");
    line.getSubcommands().values().forEach(Interpreter::inReadingOrder);
  }

  private static int explain(Session session, ParameterException failure) {
    CommandLine command = failure.getCommandLine();
    Style style = session.terminal().style();
    PrintWriter err = command.getErr();
    err.println(style.bad("error: ") + failure.getMessage());
    UnmatchedArgumentException.printSuggestions(failure, err);
    err.println("  → " + command.getCommandSpec().qualifiedName() + " --help explains it.");
    return ExitCode.USAGE;
  }

  private static int explain(Session session, Exception failure) {
    if (Interruption.happened()) return ExitCode.FAILED;
    FailureText text = FailureText.of(failure);
    if (session.json()) {
      session.terminal().err().println(text.json());
    } else {
      session.terminal().err().print(text.text(session.terminal().style()));
    }
    if (session.traces()) failure.printStackTrace(session.terminal().err());
    return text.exitCode();
  }

  /** Commands take their session through their constructor. */
  private record WithSession(Session session) implements IFactory {

    @Override
    public <K> K create(Class<K> type) throws Exception {
      for (Constructor<?> constructor : type.getDeclaredConstructors()) {
        Class<?>[] parameters = constructor.getParameterTypes();
        if (parameters.length == 1 && parameters[0] == Session.class) {
          return type.cast(constructor.newInstance(session));
        }
      }
      return CommandLine.defaultFactory().create(type);
    }
  }
}
