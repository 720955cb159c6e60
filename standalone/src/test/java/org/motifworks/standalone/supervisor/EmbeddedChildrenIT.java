package org.motifworks.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motifworks.standalone.home.DataFolder;
import org.motifworks.standalone.home.ProjectHome;

/** The first stage of the real plan: Kafka and PostgreSQL as supervised processes. */
class EmbeddedChildrenIT {

  @TempDir Path folder;

  @Test
  void kafkaAndPostgres_start_surviveAKill_andStop() throws Exception {
    DataFolder data = new DataFolder(folder).create();
    List<ProcessHandle> last;
    try (Ports ports = new Ports()) {
      SystemPlan plan =
          SystemPlan.draw(
              ProjectHome.find(),
              data,
              new SystemSettings(28_080, SystemSettings.THIS_MACHINE_ALONE, 1, ""),
              Optional.empty(),
              ports,
              ProgramArchives.used(ProjectHome.find()));
      try (Supervisor supervisor =
          new Supervisor(data, plan.page(), plan.stages().subList(0, 1), ports)) {
        supervisor.start();
        assertThat(topics(supervisor)).isEmpty();

        supervisor.process("kafka").orElseThrow().destroyForcibly();
        supervisor.process("postgres").orElseThrow().destroyForcibly();
        await()
            .atMost(Duration.ofMinutes(2))
            .until(() -> cameBack(supervisor, "kafka") && cameBack(supervisor, "postgres"));

        assertThat(topics(supervisor)).isEmpty();
        last =
            List.of(
                supervisor.process("kafka").orElseThrow(),
                supervisor.process("postgres").orElseThrow());
      }
    }
    assertThat(last).noneMatch(ProcessHandle::isAlive);
  }

  private static boolean cameBack(Supervisor supervisor, String name) {
    return supervisor
        .status()
        .service(name)
        .filter(s -> s.restarts() > 0 && s.state() == ServiceState.READY)
        .isPresent();
  }

  private static List<String> topics(Supervisor supervisor) throws Exception {
    int port = supervisor.status().service("kafka").orElseThrow().port();
    Properties properties = new Properties();
    properties.put("bootstrap.servers", "localhost:" + port);
    try (Admin admin = Admin.create(properties)) {
      return List.copyOf(admin.listTopics().names().get());
    }
  }
}
