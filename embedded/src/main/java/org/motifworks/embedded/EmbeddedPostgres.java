package org.motifworks.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/**
 * One PostgreSQL server as a child process, on {@code localhost}, its data in a folder that
 * outlives it.
 *
 * <p>Every local user may connect as {@value #USER} without a password: it is for one machine and
 * for tests.
 */
public final class EmbeddedPostgres implements AutoCloseable {

  /** The only role, a superuser. */
  public static final String USER = "postgres";

  private static final long LOOK_MILLIS = 500;
  private static final Pattern DATABASE = Pattern.compile("[a-z][a-z0-9_]{0,62}");

  private final io.zonky.test.db.postgres.embedded.EmbeddedPostgres server;
  private final FolderLock lock;
  private final Path data;
  private final AtomicBoolean closed = new AtomicBoolean();

  private EmbeddedPostgres(
      io.zonky.test.db.postgres.embedded.EmbeddedPostgres server, FolderLock lock, Path data) {
    this.server = server;
    this.lock = lock;
    this.data = data;
  }

  /** Whether a commit must survive a power cut. Tests do without and are much faster. */
  public enum Durability {
    DURABLE,
    FAST
  }

  /**
   * Starts a server, makes the databases that do not exist yet, and returns once it answers.
   *
   * @param folder its data, initialised at the first start
   * @param port of the server; 0 keeps the port of the last start on this folder, or finds a free
   *     one
   * @param databases names of lower-case letters, digits and underscores
   * @throws EmbeddedException when the folder is in use, the port is taken or the server does not
   *     start
   */
  public static EmbeddedPostgres start(
      Path folder, int port, Durability durability, List<String> databases) {
    Path home = folder.toAbsolutePath().normalize();
    FolderLock lock = FolderLock.take(home, "PostgreSQL");
    io.zonky.test.db.postgres.embedded.EmbeddedPostgres server = null;
    try {
      Path data = home.resolve("data");
      LeftoverServer.remove(data);
      server = launch(home, data, new KeptPorts(home).choose("postgres", port), durability);
      EmbeddedPostgres postgres = new EmbeddedPostgres(server, lock, data);
      for (String database : databases) postgres.createDatabase(database);
      postgres.closeAtExit();
      return postgres;
    } catch (IOException | RuntimeException e) {
      if (server != null) closeQuietly(server, e);
      lock.close();
      if (e instanceof EmbeddedException said) throw said;
      throw new EmbeddedException(
          "PostgreSQL did not start on the folder "
              + home
              + ": "
              + e.getMessage()
              + ". Its own words are in "
              + home.resolve("postgres.log"),
          e);
    }
  }

  private static io.zonky.test.db.postgres.embedded.EmbeddedPostgres launch(
      Path home, Path data, int port, Durability durability) throws IOException {
    ProcessBuilder.Redirect log =
        ProcessBuilder.Redirect.appendTo(home.resolve("postgres.log").toFile());
    String durable = durability == Durability.DURABLE ? "on" : "off";
    var builder =
        io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setPort(port)
            .setPGStartupWait(Duration.ofSeconds(60))
            .setServerConfig("fsync", durable)
            .setServerConfig("full_page_writes", durable)
            .setServerConfig("synchronous_commit", durable)
            .setServerConfig("max_connections", "150")
            .setServerConfig("unix_socket_directories", "")
            .setErrorRedirector(log)
            .setOutputRedirector(log);
    // A temporary folder may be swept under a server that runs for weeks.
    if (durability == Durability.DURABLE) {
      builder.setOverrideWorkingDirectory(Binaries.whole(home.resolve("binaries")).toFile());
    }
    return builder.start();
  }

  /** Port on {@code localhost}. */
  public int port() {
    return server.getPort();
  }

  /** JDBC URL with the user in it. */
  public String jdbcUrl(String database) {
    return jdbcUrl(port(), database);
  }

  static String jdbcUrl(int port, String database) {
    return "jdbc:postgresql://localhost:" + port + "/" + database + "?user=" + USER;
  }

  /** Makes a database unless it exists. */
  public void createDatabase(String name) {
    if (!DATABASE.matcher(name).matches()) {
      throw new EmbeddedException(
          "'" + name + "' is no database name: lower-case letters, digits and underscores only.");
    }
    try (Connection connection = server.getPostgresDatabase().getConnection()) {
      createDatabase(connection, name);
    } catch (SQLException e) {
      throw new EmbeddedException("Database " + name + " was not made: " + e.getMessage(), e);
    }
  }

  @SuppressWarnings("SqlInjection") // the name was checked: CREATE DATABASE takes no parameter
  private static void createDatabase(Connection connection, String name) throws SQLException {
    try (PreparedStatement exists =
        connection.prepareStatement("select 1 from pg_database where datname = ?")) {
      exists.setString(1, name);
      try (ResultSet row = exists.executeQuery()) {
        if (row.next()) return;
      }
    }
    try (Statement create = connection.createStatement()) {
      create.execute("create database " + name);
    }
  }

  /** Waits for the server's end; whether it came without {@link #close()}. */
  boolean awaitDeath() throws InterruptedException {
    try {
      while (LeftoverServer.find(data).isPresent()) Thread.sleep(LOOK_MILLIS);
      return !closed.get();
    } catch (IOException e) {
      throw new EmbeddedException("The process of PostgreSQL cannot be seen: " + e.getMessage(), e);
    }
  }

  /** Stops the server and waits for it. Does nothing the second time. */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) return;
    try {
      Optional<ProcessHandle> process = LeftoverServer.find(data);
      server.close();
      // Its pid file goes first; the caller is promised that the process is gone too.
      process.ifPresent(running -> LeftoverServer.awaitEnd(running, data));
    } catch (IOException e) {
      throw new EmbeddedException("PostgreSQL did not stop: " + e.getMessage(), e);
    } finally {
      lock.close();
    }
  }

  private static void closeQuietly(
      io.zonky.test.db.postgres.embedded.EmbeddedPostgres server, Exception reason) {
    try {
      server.close();
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }

  private void closeAtExit() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop-postgres"));
  }
}
