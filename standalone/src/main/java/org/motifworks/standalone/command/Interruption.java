package org.motifworks.standalone.command;

import org.motifworks.standalone.terminal.Step;

/** What is to be done should Ctrl-C end this process while something goes on. */
final class Interruption implements AutoCloseable {

  private static volatile boolean happened;

  private final Thread hook;

  private Interruption(Thread hook) {
    this.hook = hook;
  }

  /** From now until closed, {@code action} runs when the process is told to end. */
  static Interruption does(Runnable action) {
    Thread hook =
        new Thread(
            () -> {
              happened = true;
              Step.abandonAll();
              action.run();
            },
            "interrupted");
    Runtime.getRuntime().addShutdownHook(hook);
    return new Interruption(hook);
  }

  /** Whether this process is being ended: what fails from now on fails because of that. */
  static boolean happened() {
    return happened;
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyEnding) {
      // Too late to take it back: the action runs, as it should on Ctrl-C.
      return;
    }
  }
}
