package org.motifworks.kit.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * A place in a trace as text: <a href="https://www.w3.org/TR/trace-context/">W3C</a> {@code
 * traceparent}.
 */
public final class TraceParent {

  /** Of a Kafka record. */
  public static final String HEADER = "traceparent";

  private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();

  private TraceParent() {}

  /** Where this thread is; empty where nothing is traced. */
  public static Optional<String> current() {
    if (!Span.current().getSpanContext().isValid()) return Optional.empty();
    Map<String, String> carrier = new HashMap<>();
    W3C.inject(Context.current(), carrier, Map::put);
    return Optional.ofNullable(carrier.get(HEADER));
  }

  /** What a record says it belongs to. */
  public static Optional<String> of(Headers headers) {
    Header header = headers.lastHeader(HEADER);
    if (header == null || header.value() == null) return Optional.empty();
    return Optional.of(new String(header.value(), StandardCharsets.UTF_8));
  }

  /** The root where {@code text} is no traceparent. */
  static Context context(String text) {
    return W3C.extract(Context.root(), text, Getter.INSTANCE);
  }

  private enum Getter implements TextMapGetter<String> {
    INSTANCE;

    @Override
    public Iterable<String> keys(String carrier) {
      return List.of(HEADER);
    }

    @Override
    public String get(String carrier, String key) {
      return key.equals(HEADER) ? carrier : null;
    }
  }
}
