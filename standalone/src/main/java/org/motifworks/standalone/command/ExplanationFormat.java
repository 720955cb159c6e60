package org.motifworks.standalone.command;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How an explanation is written. */
enum ExplanationFormat {
  text,
  tsv,
  json,
  svg,
  bedgraph;

  private static final Map<String, ExplanationFormat> ENDINGS =
      Map.of(
          "txt", text,
          "tsv", tsv,
          "json", json,
          "ndjson", json,
          "svg", svg,
          "bedgraph", bedgraph,
          "bg", bedgraph);

  /** What a file's name says. */
  static Optional<ExplanationFormat> of(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return Optional.ofNullable(ENDINGS.get(name.substring(name.lastIndexOf('.') + 1)));
  }

  /** What the service is asked for. */
  String asked() {
    return this == svg || this == bedgraph ? name() : "json";
  }

  /** The media type of that. */
  String accept() {
    if (this == svg) return "image/svg+xml";
    return this == bedgraph ? "text/plain" : "application/json";
  }
}
