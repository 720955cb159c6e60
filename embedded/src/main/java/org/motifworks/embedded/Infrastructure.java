package org.motifworks.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The Kafka and PostgreSQL of this JVM's tests, started at the first question and stopped at its
 * end.
 *
 * <p>They run in a process of their own: Quarkus's test class loaders come and go, the servers
 * stay, and their logs stay out of the tests' output. The addresses live in system properties since
 * each class loader has its own copy of this class. Setting {@value #BOOTSTRAP} and {@value
 * #POSTGRES_PORT} beforehand uses servers that already run.
 */
public final class Infrastructure {

  /** System property: {@code host:port} of the broker. */
  public static final String BOOTSTRAP = "motifworks.test.bootstrap";

  /** System property: port of PostgreSQL on {@code localhost}. */
  public static final String POSTGRES_PORT = "motifworks.test.postgres-port";

  private static final AtomicInteger DATABASES = new AtomicInteger();

  private Infrastructure() {}

  /** {@code host:port} of the broker. */
  public static String bootstrapServers() {
    startOnce();
    return System.getProperty(BOOTSTRAP);
  }

  /**
   * Makes an empty database.
   *
   * @param name what its name starts with: lower-case letters, digits and underscores
   * @return its JDBC URL, the user in it
   */
  public static String freshDatabase(String name) {
    if (!name.matches("[a-z][a-z0-9_]{0,30}")) {
      throw new EmbeddedException("'" + name + "' is no database name.");
    }
    startOnce();
    String unique =
        name + "_" + Long.toString(System.nanoTime(), 36) + "_" + DATABASES.incrementAndGet();
    int port = Integer.getInteger(POSTGRES_PORT);
    try (Connection connection = connect(EmbeddedPostgres.jdbcUrl(port, "postgres"));
        Statement create = connection.createStatement()) {
      create.execute("create database " + unique);
    } catch (SQLException e) {
      throw new EmbeddedException("Database " + unique + " was not made: " + e.getMessage(), e);
    }
    return EmbeddedPostgres.jdbcUrl(port, unique);
  }

  private static Connection connect(String url) throws SQLException {
    // DriverManager only sees drivers of the class loader it was first used from.
    return new org.postgresql.Driver().connect(url, new Properties());
  }

  private static void startOnce() {
    synchronized (System.getProperties()) { // the one lock all class loaders share
      if (System.getProperty(BOOTSTRAP) != null) return;
      Path folder = temporaryFolder();
      ServerProcess servers =
          ServerProcess.start(InfrastructureMain.class, "512m", "--folder", folder.toString());
      String[] addresses = servers.address().split(" ", -1);
      System.setProperty(POSTGRES_PORT, addresses[1]);
      System.setProperty(BOOTSTRAP, addresses[0]);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(servers, folder), "stop-servers"));
    }
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("motifworks-test-");
    } catch (IOException e) {
      throw new EmbeddedException("No temporary folder: " + e.getMessage(), e);
    }
  }

  /** Stops the servers; what they logged last stays, for a test that failed by them. */
  private static void stop(ServerProcess servers, Path folder) {
    servers.close();
    Path kept = Path.of("target");
    try {
      if (Files.isDirectory(kept)) {
        Files.move(
            folder.resolve("servers.log.0"),
            kept.resolve("test-servers.log"),
            StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      System.err.println("The test servers' log is lost: " + e.getMessage());
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
    } catch (IOException e) {
      System.err.println("The test servers left " + folder + ": " + e.getMessage());
    }
  }
}
