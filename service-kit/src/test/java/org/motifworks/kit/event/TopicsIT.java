package org.motifworks.kit.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.motifworks.contracts.event.Topic;
import org.motifworks.embedded.Infrastructure;
import org.motifworks.kit.id.Ids;

/** Topics as the broker has them, once they were made. */
class TopicsIT {

  private final KafkaSettings kafka =
      new KafkaSettings(Infrastructure.bootstrapServers(), "topics-test");

  @Test
  void topicOfASizeAndAge_keepsNoMore() throws Exception {
    String name = "kept-" + Ids.next();
    Topics.Kept kept = Topics.Kept.during(Duration.ofHours(3), 64L << 20);
    Topics.ensure(kafka, List.of(new Topics.Spec(name, 2, kept)));

    Config config = config(name);
    assertThat(value(config, "cleanup.policy")).isEqualTo("delete");
    assertThat(value(config, "retention.ms")).isEqualTo("10800000");
    assertThat(value(config, "retention.bytes")).isEqualTo("67108864");
    // Only whole segments are deleted: they must be smaller than what is kept.
    assertThat(Long.parseLong(value(config, "segment.bytes"))).isEqualTo(16L << 20);
  }

  /** Else a fact that was heard and forgotten could be heard again as a new one. */
  @Test
  void facts_areKeptForLessThanTheInboxRemembers_andAliasesForEver() throws Exception {
    List<Topics.Spec> own = new ArrayList<>();
    String prefix = "kept-" + Ids.next() + "-";
    for (Topics.Spec spec : Topics.ofFacts()) {
      own.add(new Topics.Spec(prefix + spec.name(), 1, spec.kept()));
    }
    Topics.ensure(kafka, own);

    for (Topic topic : Topic.values()) {
      Config config = config(prefix + topic.topicName());
      if (topic == Topic.ALIASES) {
        assertThat(value(config, "cleanup.policy")).isEqualTo("compact");
      } else {
        assertThat(Duration.ofMillis(Long.parseLong(value(config, "retention.ms"))))
            .as(topic.topicName())
            .isLessThan(Duration.ofDays(30));
      }
    }
  }

  @Test
  void topicThatExists_staysAsItIs() throws Exception {
    String name = "kept-" + Ids.next();
    Topics.ensure(
        kafka, List.of(new Topics.Spec(name, 1, Topics.Kept.during(Duration.ofHours(1)))));
    Topics.ensure(
        kafka, List.of(new Topics.Spec(name, 1, Topics.Kept.during(Duration.ofHours(2)))));
    assertThat(value(config(name), "retention.ms")).isEqualTo("3600000");
  }

  private static String value(Config config, String name) {
    return config.get(name).value();
  }

  private static Config config(String topic) throws Exception {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    Map<String, Object> settings = Map.of("bootstrap.servers", Infrastructure.bootstrapServers());
    try (Admin admin = Admin.create(settings)) {
      return admin.describeConfigs(List.of(resource)).all().get(30, TimeUnit.SECONDS).get(resource);
    }
  }
}
