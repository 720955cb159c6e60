package org.motifworks.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.GZIPInputStream;

/** Takes traces by OTLP over HTTP, as a collector does, and keeps the last of them. */
final class TraceCollector {

  private static final int KEPT = 20_000;

  private final Queue<Span> spans = new ConcurrentLinkedQueue<>();
  private final HttpServer server;

  /**
   * @param service that told of it
   */
  record Span(String service, String name, String trace, String id, String parent) {}

  TraceCollector() throws IOException {
    server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    server.createContext("/v1/traces", this::take);
    server.start();
  }

  String endpoint() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  List<Span> spans() {
    return List.copyOf(spans);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange;
        InputStream body = body(exchange)) {
      ExportTraceServiceRequest.parseFrom(body).getResourceSpansList().forEach(this::keep);
      exchange.sendResponseHeaders(200, -1);
    }
  }

  private static InputStream body(HttpExchange exchange) throws IOException {
    InputStream body = exchange.getRequestBody();
    return "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))
        ? new GZIPInputStream(body)
        : body;
  }

  private void keep(ResourceSpans told) {
    String service =
        told.getResource().getAttributesList().stream()
            .filter(attribute -> attribute.getKey().equals("service.name"))
            .map(KeyValue::getValue)
            .map(value -> value.getStringValue())
            .findFirst()
            .orElseThrow();
    for (ScopeSpans scope : told.getScopeSpansList()) {
      for (var span : scope.getSpansList()) {
        String trace = hex(span.getTraceId().toByteArray());
        String id = hex(span.getSpanId().toByteArray());
        String parent = hex(span.getParentSpanId().toByteArray());
        spans.add(new Span(service, span.getName(), trace, id, parent));
      }
    }
    while (spans.size() > KEPT) spans.poll();
  }

  private static String hex(byte[] id) {
    return HexFormat.of().formatHex(id);
  }
}
