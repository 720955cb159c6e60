package org.motifworks.embedded;

import java.nio.file.Path;
import java.util.List;
import org.motifworks.embedded.EmbeddedPostgres.Durability;

/** Both servers in one process for tests; prints {@code ready KAFKA-ADDRESS POSTGRES-PORT}. */
final class InfrastructureMain {

  private InfrastructureMain() {}

  public static void main(String[] arguments) {
    ServerLog.chooseManager();
    Lifetime.run(InfrastructureMain::start, arguments);
  }

  private static String start(MainOptions options) {
    Path folder = options.folder();
    ServerLog.toFile(options.log("servers.log"));
    EmbeddedPostgres postgres =
        EmbeddedPostgres.start(folder.resolve("postgres"), 0, Durability.FAST, List.of());
    EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
    return kafka.bootstrapServers() + " " + postgres.port();
  }
}
