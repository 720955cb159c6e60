package org.motifworks.kit.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motifworks.contracts.event.RunCancelled;
import org.motifworks.contracts.event.Topic;
import org.motifworks.embedded.KafkaMain;
import org.motifworks.embedded.ServerProcess;
import org.motifworks.kit.Servers;
import org.motifworks.kit.sql.Sql;

/** A broker of its own that is away, comes, goes and comes back. */
@QuarkusTest
@WithTestResource(Servers.class)
@TestProfile(KafkaOutageIT.OwnApplication.class)
class KafkaOutageIT {

  /** An application of its own: this test closes its relay, which others need. */
  public static final class OwnApplication implements QuarkusTestProfile {}

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Inject OutboxRelay relayOfTheApplication;
  @Inject DataSource dataSource;
  @TempDir Path folder;

  @Test
  void facts_toldWhileKafkaIsAway_arriveWhenItIsBack() throws Exception {
    relayOfTheApplication.close(); // this test's relay needs the lock
    KafkaSettings kafka = new KafkaSettings("localhost:" + freePort(), "outage");
    Outbox outbox = new Outbox(dataSource, "/outage");
    List<Long> heard = new CopyOnWriteArrayList<>();
    try (OutboxRelay relay = new OutboxRelay(dataSource, outbox, kafka);
        FactConsumer consumer =
            new FactConsumer(
                kafka, "outage", List.of(Topic.RUNS), e -> heard.add(e.fact().version()))) {
      relay.start();
      consumer.start();
      outbox.append(new RunCancelled("run", 1, "before the first start"));
      try (ServerProcess first = start(kafka)) {
        assertThat(first.address()).isEqualTo(kafka.bootstrapServers());
        await().atMost(PATIENCE).until(() -> heard.contains(1L));
      }
      outbox.append(new RunCancelled("run", 2, "while away"));
      outbox.append(new RunCancelled("run", 3, "while away"));
      try (ServerProcess second = start(kafka)) {
        assertThat(second.address()).isEqualTo(kafka.bootstrapServers());
        await().atMost(PATIENCE).until(() -> heard.contains(3L));
        await().atMost(PATIENCE).until(() -> waiting() == 0);
      }
    }
    assertThat(heard.stream().distinct()).containsExactly(1L, 2L, 3L);
  }

  private ServerProcess start(KafkaSettings kafka) {
    String port = kafka.bootstrapServers().substring("localhost:".length());
    return ServerProcess.start(
        KafkaMain.class, "256m", "--folder", folder.toString(), "--port", port);
  }

  private long waiting() {
    return new Sql(dataSource)
        .first(row -> row.getLong(1), "select count(*) from outbox")
        .orElseThrow();
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
