package org.motifworks.kit.process;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Ends the service when its standard input ends, if {@code motifworks.exit-with-parent} is set: the
 * supervisor holds the other end of that pipe, and it closes however the supervisor ends.
 */
@ApplicationScoped
public class ExitWithParent {

  private static final Logger LOG = Logger.getLogger(ExitWithParent.class);
  private static final long GRACE_MILLIS = 40_000;

  @ConfigProperty(name = "motifworks.exit-with-parent", defaultValue = "false")
  boolean wanted;

  void onStart(@Observes StartupEvent event) {
    if (!wanted) return;
    Thread watcher = new Thread(() -> endWith(System.in), "exit-with-parent");
    watcher.setDaemon(true);
    watcher.start();
  }

  private static void endWith(InputStream input) {
    try {
      while (input.read() >= 0) {
        // The parent writes nothing; only the end of the pipe matters.
      }
    } catch (IOException e) {
      LOG.warnf("standard input broke: %s", e.getMessage());
    }
    LOG.info("the parent process ended, and so does this service");
    Quarkus.asyncExit(0);
    try {
      Thread.sleep(GRACE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    // A shutdown that hangs must not leave an orphan.
    Runtime.getRuntime().halt(1);
  }
}
