package org.motifworks.standalone.supervisor;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * Starts another main class in this JVM and ends it in good order when standard input ends: the
 * supervisor holds the other end of that pipe, and it closes however the supervisor ends.
 *
 * <p>It stands between the supervisor and a service, which so need not know that it is supervised.
 */
public final class TiedToParent {

  private static final long GRACE_MILLIS = 40_000;

  private TiedToParent() {}

  /**
   * @param arguments the main class, then its own arguments
   */
  public static void main(String[] arguments) throws Exception {
    Thread watcher = new Thread(() -> endWith(System.in), "tied-to-parent");
    watcher.setDaemon(true);
    watcher.start();
    String[] own = Arrays.copyOfRange(arguments, 1, arguments.length);
    try {
      Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object) own);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Exception cause) throw cause;
      throw e;
    }
  }

  private static void endWith(InputStream input) {
    try {
      while (input.read() >= 0) {
        // The parent writes nothing; only the end of the pipe matters.
      }
    } catch (IOException e) {
      System.err.println("standard input broke: " + e.getMessage());
    }
    System.err.println("the parent process ended, and so does this service");
    Thread last = new Thread(TiedToParent::haltLater, "halt-later");
    last.setDaemon(true);
    last.start();
    System.exit(0);
  }

  /** A shutdown that hangs must not leave an orphan. */
  private static void haltLater() {
    try {
      Thread.sleep(GRACE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(1);
  }
}
