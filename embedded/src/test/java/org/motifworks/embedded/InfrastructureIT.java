package org.motifworks.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

class InfrastructureIT {

  @Test
  void bootstrapServers_askedTwice_isOneBroker() throws Exception {
    String bootstrap = Infrastructure.bootstrapServers();
    assertThat(Infrastructure.bootstrapServers()).isEqualTo(bootstrap);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      assertThat(admin.describeCluster().nodes().get(20, TimeUnit.SECONDS)).hasSize(1);
    }
  }

  @Test
  void freshDatabase_askedTwice_isTwoDatabases() {
    assertThat(Infrastructure.freshDatabase("kit"))
        .isNotEqualTo(Infrastructure.freshDatabase("kit"));
  }
}
