package org.motifworks.gateway.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PassedHeadersTest {

  @Test
  void headersOfOneConnection_stay_othersPass() {
    MultiMap from = MultiMap.caseInsensitiveMultiMap();
    from.add("Connection", "keep-alive, X-Mine");
    from.add("Keep-Alive", "timeout=5");
    from.add("X-Mine", "1");
    from.add("Transfer-Encoding", "chunked");
    from.add("Upgrade", "h2c");
    from.add("Host", "here");
    from.add("Accept", "text/plain");
    from.add("Accept", "text/html");
    MultiMap to = MultiMap.caseInsensitiveMultiMap();

    PassedHeaders.copy(from, to, Set.of("host"));

    assertThat(to.names()).containsExactly("Accept");
    assertThat(to.getAll("accept")).containsExactly("text/plain", "text/html");
  }
}
