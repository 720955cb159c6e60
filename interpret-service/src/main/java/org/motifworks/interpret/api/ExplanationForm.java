package org.motifworks.interpret.api;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How an explanation is written. */
enum ExplanationForm {
  JSON(MediaType.APPLICATION_JSON),
  SVG("image/svg+xml"),
  BEDGRAPH(MediaType.TEXT_PLAIN);

  private final MediaType type;

  ExplanationForm(String type) {
    this.type = MediaType.valueOf(type);
  }

  /** As the answer's header says it. */
  String contentType() {
    return this == JSON ? type.toString() : type + ";charset=UTF-8";
  }

  /** The form of that name in the query. */
  static Optional<ExplanationForm> of(String name) {
    for (ExplanationForm form : values()) {
      if (form.name().toLowerCase(Locale.ROOT).equals(name)) return Optional.of(form);
    }
    return Optional.empty();
  }

  /** The first of the types that it can be written in; JSON where any will do, or none would. */
  static ExplanationForm of(List<MediaType> accepted) {
    for (MediaType asked : accepted) {
      for (ExplanationForm form : values()) if (asked.isCompatible(form.type)) return form;
    }
    return JSON;
  }
}
