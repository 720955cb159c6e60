package org.motifworks.worker.attempt;

import java.io.IOException;
import java.io.InputStream;

/** Notices that the parent is gone: its end of our standard input closes, however it died. */
public final class ParentWatch {

  private ParentWatch() {}

  /** Reads and drops input on a daemon thread; runs {@code gone} at its end. */
  public static Thread over(InputStream input, Runnable gone) {
    Thread thread =
        new Thread(
            () -> {
              byte[] dropped = new byte[256];
              try {
                while (input.read(dropped) >= 0) {
                  // nothing is ever said to a worker
                }
              } catch (IOException e) {
                System.err.println("Standard input broke: " + e.getMessage());
              }
              gone.run();
            },
            "parent-watch");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
