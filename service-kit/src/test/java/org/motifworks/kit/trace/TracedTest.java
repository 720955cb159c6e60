package org.motifworks.kit.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TracedTest {

  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();

  @BeforeEach
  void trace() {
    GlobalOpenTelemetry.resetForTest();
    SdkTracerProvider tracers =
        SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(exporter)).build();
    OpenTelemetrySdk.builder().setTracerProvider(tracers).buildAndRegisterGlobal();
  }

  @AfterEach
  void traceNoMore() {
    GlobalOpenTelemetry.resetForTest();
  }

  @Test
  void workLedToByOther_isItsChild_thoughOnlyTextWasKept() {
    AtomicReference<Optional<String>> kept = new AtomicReference<>();
    during("ask", Optional.empty(), () -> kept.set(TraceParent.current()));
    assertThat(kept.get().orElseThrow()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");

    AtomicReference<Object> logged = new AtomicReference<>();
    during("work", kept.get(), () -> logged.set(MDC.get("traceId")));

    SpanData ask = exporter.getFinishedSpanItems().get(0);
    SpanData work = exporter.getFinishedSpanItems().get(1);
    assertThat(work.getTraceId()).isEqualTo(ask.getTraceId()).isEqualTo(logged.get());
    assertThat(work.getParentSpanId()).isEqualTo(ask.getSpanId());
    assertThat(work.getAttributes().get(AttributeKey.stringKey("motifworks.jobId")))
        .isEqualTo("j-1");
  }

  @Test
  void workThatThrows_orSaysSo_isAnError() {
    assertThatThrownBy(
            () ->
                during(
                    "thrown",
                    Optional.empty(),
                    () -> {
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");
    during("said", Optional.empty(), () -> Traced.failed("dataset.empty"));

    List<SpanData> spans = exporter.getFinishedSpanItems();
    assertThat(spans)
        .extracting(span -> span.getStatus().getStatusCode())
        .containsExactly(StatusCode.ERROR, StatusCode.ERROR);
    assertThat(spans.get(1).getStatus().getDescription()).isEqualTo("dataset.empty");
  }

  @Test
  void textThatIsNoTraceparent_beginsATrace() {
    during("work", Optional.of("nonsense"), () -> {});
    assertThat(exporter.getFinishedSpanItems().get(0).getParentSpanContext().isValid()).isFalse();
  }

  @Test
  void withoutTracing_workIsDone_andBelongsToNothing() {
    GlobalOpenTelemetry.resetForTest();
    AtomicReference<Optional<String>> kept = new AtomicReference<>();
    during("work", Optional.empty(), () -> kept.set(TraceParent.current()));
    assertThat(kept.get()).isEmpty();
  }

  private static void during(String name, Optional<String> parent, Runnable work) {
    Traced.during(SpanKind.INTERNAL, name, parent, Map.of("jobId", "j-1"), work);
  }
}
