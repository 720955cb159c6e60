package org.motifworks.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motifworks.embedded.EmbeddedException;
import org.motifworks.embedded.KafkaMain;
import org.motifworks.embedded.PostgresMain;
import org.motifworks.embedded.ServerProcess;

/** Both servers as the processes that the supervisor runs. */
class ServerProcessIT {

  @TempDir Path folder;

  @Test
  void kafka_afterRestart_keepsRecordsAndPort() throws Exception {
    String first;
    try (ServerProcess kafka = kafka()) {
      first = kafka.address();
      makeTopic(first);
      try (var producer =
          new KafkaProducer<>(
              Map.<String, Object>of("bootstrap.servers", first),
              new StringSerializer(),
              new StringSerializer())) {
        producer.send(new ProducerRecord<>("motifs", "CTCF", "ACGT")).get(20, TimeUnit.SECONDS);
      }
    }
    try (ServerProcess kafka = kafka()) {
      assertThat(kafka.address()).isEqualTo(first);
      assertThat(onlyRecord(first).value()).isEqualTo("ACGT");
    }
    assertThat(folder.resolve("kafka.log.0")).isNotEmptyFile();
  }

  @Test
  void kafka_onFolderInUse_saysSo() {
    try (ServerProcess kafka = kafka()) {
      assertThat(kafka.address()).startsWith("localhost:");
      assertThatThrownBy(this::kafka)
          .isInstanceOf(EmbeddedException.class)
          .hasMessageContaining("already running on the folder " + folder);
    }
  }

  @Test
  void kafka_onTakenPort_saysSo() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      assertThatThrownBy(
              () ->
                  ServerProcess.start(
                      KafkaMain.class, "256m", "--folder", folder.toString(), "--port", port))
          .hasMessageContaining("Port " + port + " for broker is in use");
    }
  }

  @Test
  void postgres_afterRestart_keepsRowsAndPort() throws Exception {
    String first;
    try (ServerProcess postgres = postgres()) {
      first = postgres.address();
      execute(first, "create table motif as select 'CTCF' as name");
    }
    try (ServerProcess postgres = postgres()) {
      assertThat(postgres.address()).isEqualTo(first);
      assertThat(query(first, "select name from motif")).isEqualTo("CTCF");
    }
  }

  @Test
  void postgres_byDefault_survivesPowerCuts() throws Exception {
    try (ServerProcess postgres = postgres()) {
      assertThat(query(postgres.address(), "show fsync")).isEqualTo("on");
      assertThat(query(postgres.address(), "show synchronous_commit")).isEqualTo("on");
    }
  }

  @Test
  void postgres_onFolderInUse_saysSo() {
    try (ServerProcess postgres = postgres()) {
      assertThat(postgres.address()).startsWith("localhost:");
      assertThatThrownBy(this::postgres)
          .hasMessageContaining("already running on the folder " + folder);
    }
  }

  @Test
  void postgres_afterKillOfItsLauncher_startsAgainWithItsRows() throws Exception {
    ServerProcess killed = postgres();
    execute(killed.address(), "create table motif as select 'MAFK' as name");
    ProcessHandle orphan = serverOf(folder);
    killed.handle().destroyForcibly();
    killed.handle().onExit().get(20, TimeUnit.SECONDS);
    assertThat(orphan.isAlive()).isTrue();
    try (ServerProcess postgres = postgres()) {
      assertThat(query(postgres.address(), "select name from motif")).isEqualTo("MAFK");
    }
  }

  @Test
  void postgres_afterKillOfItsServer_endsAndStartsAgainWithItsRows() throws Exception {
    ServerProcess launcher = postgres();
    execute(launcher.address(), "create table motif as select 'MAFK' as name");
    serverOf(folder).destroyForcibly();
    launcher.handle().onExit().get(20, TimeUnit.SECONDS);
    try (ServerProcess postgres = postgres()) {
      assertThat(query(postgres.address(), "select name from motif")).isEqualTo("MAFK");
    }
  }

  @Test
  void stop_leavesNoProcess() throws Exception {
    ServerProcess postgres = postgres();
    ProcessHandle server = serverOf(folder);
    postgres.close();
    assertThat(postgres.handle().isAlive()).isFalse();
    server.onExit().get(10, TimeUnit.SECONDS); // once init has collected it
    assertThat(folder.resolve("data/postmaster.pid")).doesNotExist();
  }

  private ServerProcess kafka() {
    return ServerProcess.start(KafkaMain.class, "256m", "--folder", folder.toString());
  }

  private ServerProcess postgres() {
    return ServerProcess.start(
        PostgresMain.class, "160m", "--folder", folder.toString(), "--databases", "data,trainer");
  }

  private static ProcessHandle serverOf(Path folder) throws Exception {
    List<String> lines =
        Files.readAllLines(folder.resolve("data/postmaster.pid"), StandardCharsets.UTF_8);
    return ProcessHandle.of(Long.parseLong(lines.get(0).strip())).orElseThrow();
  }

  private static void makeTopic(String bootstrap) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      admin
          .createTopics(List.of(new NewTopic("motifs", 1, (short) 1)))
          .all()
          .get(20, TimeUnit.SECONDS);
    }
  }

  private static ConsumerRecord<String, String> onlyRecord(String bootstrap) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of("bootstrap.servers", bootstrap),
            new StringDeserializer(),
            new StringDeserializer())) {
      TopicPartition partition = new TopicPartition("motifs", 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      var records = consumer.poll(Duration.ofSeconds(20));
      assertThat(records.count()).isEqualTo(1);
      return records.iterator().next();
    }
  }

  private static Connection connect(String address) throws Exception {
    return DriverManager.getConnection("jdbc:postgresql://" + address + "/data?user=postgres");
  }

  private static void execute(String address, String sql) throws Exception {
    try (Connection connection = connect(address);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String query(String address, String sql) throws Exception {
    try (Connection connection = connect(address);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
