package org.motifworks.standalone.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** A job ended without a result; its problem says why. */
public final class JobFailedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String title;
  private final String action;

  private JobFailedException(String title, String detail, String action) {
    super(detail);
    this.title = title;
    this.action = action;
  }

  /**
   * @param job such as {@code Dataset demo}
   * @param problem a problem document or a sentence
   */
  public static JobFailedException of(String job, String state, Optional<JsonNode> problem) {
    String ended = job + (state.equals("CANCELLED") ? " was cancelled" : " failed");
    if (problem.isEmpty()) return new JobFailedException(ended, "", "");
    JsonNode why = problem.get();
    if (!why.isObject()) return new JobFailedException(ended, why.asText(), "");
    String title = why.path("title").asText("");
    return new JobFailedException(
        title.isEmpty() ? ended : ended + ": " + title,
        why.path("detail").asText(""),
        why.path("action").asText(""));
  }

  public String title() {
    return title;
  }

  public String detail() {
    return getMessage();
  }

  public String action() {
    return action;
  }
}
