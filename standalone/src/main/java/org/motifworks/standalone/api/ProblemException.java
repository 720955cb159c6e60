package org.motifworks.standalone.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** The service refused: an RFC 9457 problem, in the service's own words. */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int status;
  private final String code;
  private final String title;
  private final String action;

  ProblemException(int status, String code, String title, String detail, String action) {
    super(detail);
    this.status = status;
    this.code = code;
    this.title = title;
    this.action = action;
  }

  /** From a response's body, whatever it is. */
  static ProblemException of(int status, Optional<JsonNode> body, String uri) {
    JsonNode problem = body.orElse(com.fasterxml.jackson.databind.node.MissingNode.getInstance());
    String title = problem.path("title").asText("");
    return new ProblemException(
        status,
        problem.path("code").asText("http." + status),
        title.isEmpty() ? "The service answered " + status : title,
        problem.path("detail").asText(title.isEmpty() ? uri : ""),
        problem.path("action").asText(""));
  }

  public int status() {
    return status;
  }

  /** Stable and for programs, such as {@code fasta.invalid-letter}. */
  public String code() {
    return code;
  }

  public String title() {
    return title;
  }

  /** What was wrong and where; may be empty. */
  public String detail() {
    return getMessage();
  }

  /** What to do; may be empty. */
  public String action() {
    return action;
  }
}
