package org.motifworks.embedded;

/**
 * Kafka as a process: {@code --folder DIR [--port N] [--log FILE] [--exit-with-parent]}.
 *
 * <p>Prints {@code ready localhost:9092} on standard output, or {@code failed ...} on standard
 * error and ends with 1. Logs to {@code DIR/kafka.log.0}. Ends cleanly on SIGTERM, or with its
 * parent when asked.
 */
public final class KafkaMain {

  private KafkaMain() {}

  public static void main(String[] arguments) {
    ServerLog.chooseManager();
    Lifetime.run(KafkaMain::start, arguments);
  }

  private static String start(MainOptions options) {
    ServerLog.toFile(options.log("kafka.log"));
    return EmbeddedKafka.start(options.folder(), options.port()).bootstrapServers();
  }
}
