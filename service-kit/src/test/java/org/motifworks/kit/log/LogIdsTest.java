package org.motifworks.kit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;

class LogIdsTest {

  @Test
  void ids_areThereDuringTheWork_andGoneAfter() {
    AtomicReference<Object> during = new AtomicReference<>();
    LogIds.during(Map.of("jobId", "j-1"), () -> during.set(MDC.get("jobId")));
    assertThat(during).hasValue("j-1");
    assertThat(MDC.get("jobId")).isNull();
  }

  @Test
  void ids_areGone_afterWorkThatThrows() {
    assertThatThrownBy(
            () ->
                LogIds.during(
                    Map.of("factId", "f-1"),
                    () -> {
                      throw new IllegalStateException("not yet");
                    }))
        .hasMessage("not yet");
    assertThat(MDC.get("factId")).isNull();
  }
}
