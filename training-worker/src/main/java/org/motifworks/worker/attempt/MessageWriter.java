package org.motifworks.worker.attempt;

import java.io.PrintStream;
import org.motifworks.contracts.training.AttemptMessage;

/** Prints messages, one a line, each at once. */
public final class MessageWriter {

  private final PrintStream stream;

  /** Writes to a stream that nothing else writes to. */
  public MessageWriter(PrintStream stream) {
    this.stream = stream;
  }

  /** Prints one message. */
  public synchronized void send(AttemptMessage message) {
    stream.print(message.toLine() + "\n");
    stream.flush();
  }
}
