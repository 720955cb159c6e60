package org.motifworks.kit.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.motifworks.kit.Servers;
import org.motifworks.kit.event.Inbox;
import org.motifworks.kit.id.Ids;
import org.motifworks.kit.sql.Sql;

@QuarkusTest
@WithTestResource(Servers.class)
class InboxRetentionIT {

  @Inject InboxRetention retention;
  @Inject Inbox inbox;
  @Inject DataSource dataSource;

  @Test
  void factOfLongAgo_leavesTheInbox_andOneOfAWeekAgoStays() {
    String old = heard(31);
    String young = heard(7);
    retention.forget();
    assertThat(firstTime(old)).isTrue();
    assertThat(firstTime(young)).isFalse();
  }

  private String heard(int daysAgo) {
    String id = Ids.next();
    assertThat(firstTime(id)).isTrue();
    new Sql(dataSource)
        .update(
            "update inbox set received_at = received_at - ? * interval '1 day'"
                + " where event_id = ?",
            daysAgo,
            id);
    return id;
  }

  private boolean firstTime(String id) {
    return QuarkusTransaction.requiringNew().call(() -> inbox.firstTime("test", "/test", id));
  }
}
