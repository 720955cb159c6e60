package org.motifworks.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.motifworks.system.TraceCollector.Span;

/** One request is one trace, through every service and over Kafka. */
@Timeout(300)
class TracesST {

  @Test
  void aRunAskedForAtTheDoor_isOneTrace_toItsInterpretation() {
    SmallModel.get();
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              List<Span> spans = RunningSystem.traces().spans();
              Span interpreted = only(spans, "interpret model");
              List<Span> trace =
                  spans.stream().filter(span -> span.trace().equals(interpreted.trace())).toList();
              assertThat(trace)
                  .extracting(Span::service)
                  .contains("gateway", "trainer-service", "interpret-service");
              assertThat(trace).extracting(Span::name).contains("POST /v1/runs", "job training");
              assertNoLinkIsMissing(trace);
            });
  }

  /** Every span but the first has a parent that was told of too. */
  private static void assertNoLinkIsMissing(List<Span> trace) {
    Set<String> ids = trace.stream().map(Span::id).collect(Collectors.toSet());
    List<Span> roots = trace.stream().filter(span -> span.parent().isEmpty()).toList();
    assertThat(roots).singleElement().extracting(Span::service).isEqualTo("gateway");
    assertThat(trace)
        .filteredOn(span -> !span.parent().isEmpty())
        .allMatch(span -> ids.contains(span.parent()));
  }

  private static Span only(List<Span> spans, String name) {
    List<Span> named = spans.stream().filter(span -> span.name().equals(name)).toList();
    assertThat(named).as(name).isNotEmpty();
    return named.get(0);
  }
}
