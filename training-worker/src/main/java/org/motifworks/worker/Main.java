package org.motifworks.worker;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.motifworks.contracts.training.AttemptExit;
import org.motifworks.contracts.training.AttemptSpec;
import org.motifworks.worker.attempt.Attempt;
import org.motifworks.worker.attempt.MessageWriter;
import org.motifworks.worker.attempt.ParentWatch;

/**
 * One training attempt: {@code Main <specification.json>}. Standard output carries the protocol
 * alone, standard error the log; the end of standard input ends the process. Exit codes: {@link
 * AttemptExit}.
 */
public final class Main {

  private Main() {}

  /** Runs the attempt and ends the process. */
  public static void main(String[] arguments) {
    PrintStream protocol = System.out;
    System.setOut(System.err);
    System.setProperty(
        "java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL %4$s %5$s%6$s%n");
    ParentWatch.over(System.in, () -> Runtime.getRuntime().halt(AttemptExit.PARENT_GONE));
    AttemptSpec spec;
    try {
      if (arguments.length != 1) {
        throw new IOException("one argument is needed: the specification file");
      }
      spec = AttemptSpec.read(Path.of(arguments[0]));
    } catch (IOException e) {
      System.err.println("Unusable specification: " + e.getMessage());
      Runtime.getRuntime().halt(AttemptExit.UNUSABLE_SPECIFICATION);
      return;
    }
    MessageWriter messages =
        new MessageWriter(new PrintStream(protocol, true, StandardCharsets.UTF_8));
    boolean succeeded = new Attempt(spec, messages).run();
    // halt: LibTorch's threads have nothing left to do, and nothing registered a hook worth waiting
    // for
    Runtime.getRuntime().halt(succeeded ? AttemptExit.SUCCEEDED : AttemptExit.FAILED);
  }
}
