package org.motifworks.kit.problem;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import org.motifworks.contracts.json.Json;

/**
 * Something is wrong that a person can do something about.
 *
 * <p>{@code detail} says what and where (file, line, record), {@code action} what to do. Immutable.
 */
public final class Problem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient ProblemDetails details;

  private Problem(ProblemDetails details, Throwable cause) {
    super(details.code() + ": " + details.detail(), cause);
    this.details = details;
  }

  /**
   * @param status HTTP status if it reaches the door
   * @param code stable name such as {@code fasta.invalid-letter}
   */
  public Problem(int status, String code, String title, String detail, String action) {
    this(ProblemDetails.of(status, code, title, detail, action), null);
  }

  public static Problem of(ProblemDetails details) {
    return new Problem(details, null);
  }

  /** Reads what {@link #toJson()} wrote. */
  public static Problem fromJson(JsonNode json) {
    return new Problem(Json.mapper().convertValue(json, ProblemDetails.class), null);
  }

  /** The same problem with a place in it: {@code at("line", 1042)}. */
  public Problem at(String name, Object value) {
    Map<String, Object> where = new TreeMap<>(details.where());
    where.put(name, value);
    return new Problem(details.withWhere(where), getCause());
  }

  /** The same problem with what brought it about, for the log. */
  public Problem causedBy(Throwable cause) {
    return new Problem(details, cause);
  }

  public String code() {
    return details.code();
  }

  public int status() {
    return details.status();
  }

  public ProblemDetails details() {
    return details;
  }

  public JsonNode toJson() {
    return Json.mapper().valueToTree(details);
  }
}
