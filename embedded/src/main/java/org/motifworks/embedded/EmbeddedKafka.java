package org.motifworks.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * One Kafka broker in KRaft mode in this JVM, on {@code localhost}, its data in a folder that
 * outlives it.
 *
 * <p>Kafka may end the JVM when its disk fails, so give it a process of its own: {@link KafkaMain}.
 */
public final class EmbeddedKafka implements AutoCloseable {

  private final KafkaRaftServer server;
  private final FolderLock lock;
  private final int port;
  private final AtomicBoolean closed = new AtomicBoolean();

  private EmbeddedKafka(KafkaRaftServer server, FolderLock lock, int port) {
    this.server = server;
    this.lock = lock;
    this.port = port;
  }

  /**
   * Starts a broker and returns once it answers.
   *
   * @param folder its data, formatted at the first start
   * @param port of the broker; 0 keeps the port of the last start on this folder, or finds a free
   *     one
   * @throws EmbeddedException when the folder is in use, the port is taken or the broker does not
   *     start
   */
  public static EmbeddedKafka start(Path folder, int port) {
    Path home = folder.toAbsolutePath().normalize();
    FolderLock lock = FolderLock.take(home, "Kafka");
    KafkaRaftServer server = null;
    try {
      KeptPorts ports = new KeptPorts(home);
      int brokerPort = ports.choose("broker", port);
      int controllerPort = ports.choose("controller", 0);
      Path logs = home.resolve("logs");
      if (!Files.exists(logs.resolve("meta.properties"))) format(logs);
      Properties properties = BrokerProperties.of(logs, brokerPort, controllerPort);
      server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
      server.startup();
      EmbeddedKafka kafka = new EmbeddedKafka(server, lock, brokerPort);
      kafka.closeAtExit();
      return kafka;
    } catch (Exception e) {
      if (server != null) server.shutdown();
      lock.close();
      if (e instanceof EmbeddedException said) throw said;
      throw new EmbeddedException(
          "Kafka did not start on the folder " + home + ": " + e.getMessage(), e);
    }
  }

  private static void format(Path logs) throws Exception {
    Files.createDirectories(logs);
    new Formatter()
        .setNodeId(BrokerProperties.NODE)
        .setClusterId(Uuid.randomUuid().toString())
        .addDirectory(logs.toString())
        .setMetadataLogDirectory(logs.toString())
        .setControllerListenerName(BrokerProperties.CONTROLLER_LISTENER)
        .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
        .setSupportedFeatures(List.copyOf(Feature.PRODUCTION_FEATURES))
        .setIgnoreFormatted(true)
        .setPrintStream(
            new java.io.PrintStream(
                java.io.OutputStream.nullOutputStream(),
                false,
                java.nio.charset.StandardCharsets.UTF_8))
        .run();
  }

  /** {@code host:port} for clients. */
  public String bootstrapServers() {
    return "localhost:" + port;
  }

  /**
   * Stops cleanly: an unclean stop costs the next start a recovery. Does nothing the second time.
   */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) return;
    try {
      server.shutdown();
      server.awaitShutdown();
    } finally {
      lock.close();
    }
  }

  private void closeAtExit() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop-kafka"));
  }
}
