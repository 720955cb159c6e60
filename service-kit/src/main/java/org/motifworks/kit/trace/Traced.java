package org.motifworks.kit.trace;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.motifworks.kit.log.LogIds;

/** Work of a thread as a span of a trace, with its ids on the span and on what it logs. */
public final class Traced {

  private static final String SCOPE = "org.motifworks";

  private Traced() {}

  /**
   * Does {@code work} as a span; what it throws is its error. Without tracing it is only logged
   * with its ids.
   *
   * @param name of few different values, such as a job's kind
   * @param parent traceparent of what led to it; without one a trace begins
   * @param ids by name, such as {@code jobId}: attributes of the span and fields of log lines
   */
  public static void during(
      SpanKind kind, String name, Optional<String> parent, Map<String, String> ids, Runnable work) {
    Span span = span(kind, name, parent, ids);
    try (Scope ignored = span.makeCurrent()) {
      LogIds.during(withTrace(ids, span), work);
    } catch (Throwable e) {
      span.setStatus(StatusCode.ERROR).recordException(e);
      throw e;
    } finally {
      span.end();
    }
  }

  /** Says of the span under way that its work failed, though nothing was thrown. */
  public static void failed(String why) {
    Span.current().setStatus(StatusCode.ERROR, why);
  }

  private static Span span(
      SpanKind kind, String name, Optional<String> parent, Map<String, String> ids) {
    Context context = parent.map(TraceParent::context).orElse(Context.root());
    SpanBuilder span =
        GlobalOpenTelemetry.getTracer(SCOPE).spanBuilder(name).setSpanKind(kind).setParent(context);
    ids.forEach((id, value) -> span.setAttribute("motifworks." + id, value));
    return span.startSpan();
  }

  private static Map<String, String> withTrace(Map<String, String> ids, Span span) {
    if (!span.getSpanContext().isValid()) return ids;
    Map<String, String> all = new HashMap<>(ids);
    all.put("traceId", span.getSpanContext().getTraceId());
    return all;
  }
}
