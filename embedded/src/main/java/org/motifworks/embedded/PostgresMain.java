package org.motifworks.embedded;

import org.motifworks.embedded.EmbeddedPostgres.Durability;

/**
 * PostgreSQL as a process: {@code --folder DIR [--port N] [--databases a,b] [--log FILE] [--fast]
 * [--exit-with-parent]}. Unpacking its binaries takes a heap of 160 MB.
 *
 * <p>Prints {@code ready localhost:5432} on standard output, or {@code failed ...} on standard
 * error and ends with 1. Logs to {@code DIR/postgres.log}. Ends cleanly on SIGTERM, or with its
 * parent when asked, and with 1 when the server ends by itself.
 */
public final class PostgresMain {

  private PostgresMain() {}

  public static void main(String[] arguments) {
    ServerLog.chooseManager();
    Lifetime.run(PostgresMain::start, arguments);
  }

  private static String start(MainOptions options) {
    ServerLog.toFile(options.log("launcher.log"));
    EmbeddedPostgres postgres =
        EmbeddedPostgres.start(
            options.folder(),
            options.port(),
            options.fast() ? Durability.FAST : Durability.DURABLE,
            options.databases());
    Thread watch = new Thread(() -> endWith(postgres), "watch-postgres");
    watch.setDaemon(true);
    watch.start();
    return "localhost:" + postgres.port();
  }

  /** The server is no child of ours: without a look at it nobody would learn that it was killed. */
  private static void endWith(EmbeddedPostgres postgres) {
    try {
      if (!postgres.awaitDeath()) return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    System.err.println("failed PostgreSQL has ended");
    System.exit(1);
  }
}
