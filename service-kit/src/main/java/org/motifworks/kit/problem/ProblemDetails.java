package org.motifworks.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.Map;
import java.util.Objects;

/**
 * The body of an error answer, RFC 9457.
 *
 * @param code stable, for programs; {@code type} is its address
 * @param detail what was wrong and where, for people
 * @param action what to do about it
 * @param where places by name, such as {@code line}; left out when there is none
 */
public record ProblemDetails(
    URI type,
    String title,
    int status,
    String code,
    String detail,
    String action,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Object> where) {

  public static final String MEDIA_TYPE = "application/problem+json";
  private static final String TYPES = "https://motifworks.org/problems/";

  public ProblemDetails {
    Objects.requireNonNull(code, "code");
    where = where == null ? Map.of() : Map.copyOf(where);
  }

  static ProblemDetails of(int status, String code, String title, String detail, String action) {
    return new ProblemDetails(
        URI.create(TYPES + code), title, status, code, detail, action, Map.of());
  }

  ProblemDetails withWhere(Map<String, Object> places) {
    return new ProblemDetails(type, title, status, code, detail, action, places);
  }
}
