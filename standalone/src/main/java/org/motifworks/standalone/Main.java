package org.motifworks.standalone;

import org.motifworks.standalone.command.Interpreter;
import org.motifworks.standalone.command.Session;
import org.motifworks.standalone.terminal.Terminal;

/** The {@code motifworks} command. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    Session session = new Session(Terminal.ofThisProcess(), System.getenv());
    System.exit(Interpreter.run(session, arguments));
  }
}
