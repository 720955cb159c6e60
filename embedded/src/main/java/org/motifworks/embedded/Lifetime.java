package org.motifworks.embedded;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/** Runs a server process until it is told to end: SIGTERM, or the end of its standard input. */
final class Lifetime {

  private Lifetime() {}

  /** Something that starts servers and says in one line where they are. */
  interface Start {
    String run(MainOptions options);
  }

  static void run(Start start, String... arguments) {
    String address;
    MainOptions options;
    try {
      options = MainOptions.of(arguments);
      address = start.run(options);
    } catch (RuntimeException e) {
      System.err.println("failed " + e.getMessage());
      System.exit(1);
      return;
    }
    System.out.println("ready " + address);
    System.out.flush();
    if (options.exitWithParent()) {
      awaitEndOfInput();
      System.exit(0);
    }
    awaitSignal();
  }

  private static void awaitEndOfInput() {
    try {
      while (System.in.read() >= 0) {
        // The parent writes nothing; its pipe closes when it ends, however it ends.
      }
    } catch (IOException e) {
      System.err.println("failed standard input: " + e.getMessage());
    }
  }

  private static void awaitSignal() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
