package org.motifworks.worker.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.motifworks.contracts.bench.BenchMessage;
import org.motifworks.worker.attempt.ParentWatch;

/**
 * Measures and prints {@link BenchMessage}s: {@code BenchMain SLOTS FOLDER SECONDS}, the seconds
 * for each path of each architecture. {@code DJL_CACHE_DIR} must be set. Standard error is a log;
 * the end of standard input ends the process.
 */
public final class BenchMain {

  private BenchMain() {}

  /** Measures and ends the process. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(System.err);
    ParentWatch.over(System.in, () -> Runtime.getRuntime().halt(1));
    try {
      if (arguments.length != 3) {
        throw new IOException("three arguments are needed: SLOTS FOLDER SECONDS");
      }
      new Bench(
              Bench.ARCHITECTURES,
              Integer.parseInt(arguments[0]),
              Path.of(arguments[1]),
              Duration.ofMillis((long) (1000 * Double.parseDouble(arguments[2]))),
              message -> out.println(message.toLine()))
          .run();
    } catch (Exception | Error e) {
      e.printStackTrace();
      String detail = e.getMessage() == null ? e.toString() : e.getMessage();
      out.println(new BenchMessage.Failed(detail).toLine());
      Runtime.getRuntime().halt(1);
    }
    Runtime.getRuntime().halt(0);
  }
}
