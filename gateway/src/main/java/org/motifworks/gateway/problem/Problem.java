package org.motifworks.gateway.problem;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * What went wrong at the door, as RFC 9457 has it.
 *
 * @param code stable name of the error, such as {@code service.unavailable}
 * @param title the same for every occurrence of the code
 * @param detail what was wrong this time
 * @param action what to do about it
 */
@JsonPropertyOrder({"type", "title", "status", "code", "detail", "action"})
public record Problem(int status, String code, String title, String detail, String action) {

  /** Identifies the kind of problem; derived from the code. */
  @JsonProperty
  public String type() {
    return "https://motifworks.org/problems/" + code;
  }

  public static Problem serviceUnavailable(String service) {
    return new Problem(
        503,
        "service.unavailable",
        "A service is away",
        service + " does not answer; the other parts of Motifworks go on working.",
        "Try again in a few seconds. If it stays away, look at its log (./motifworks status, "
            + "./motifworks logs).");
  }

  public static Problem serviceInterrupted(String service) {
    return new Problem(
        502,
        "service.interrupted",
        "A service went away in the middle of a request",
        service + " closed the connection before it answered; it may have carried the request out.",
        "Look whether it did before sending it again, or repeat it with the same Idempotency-Key.");
  }

  public static Problem serviceTimeout(String service) {
    return new Problem(
        504,
        "service.timeout",
        "A service took too long",
        service + " has the whole request but did not answer in time.",
        "Try again later; look at its log if that happens often.");
  }

  public static Problem busy(String service) {
    return new Problem(
        503,
        "gateway.busy",
        "Too many requests at once",
        "All connections to " + service + " are in use.",
        "Try again in a few seconds, with fewer requests at once.");
  }

  public static Problem requestTimeout() {
    return new Problem(
        408,
        "request.timeout",
        "The request stopped coming",
        "The rest of the request's body did not arrive in time.",
        "Send it again without pauses.");
  }

  public static Problem pathUnknown(String path) {
    return new Problem(
        404,
        "path.unknown",
        "Nothing is here",
        "There is no " + path + ".",
        "The API is described at /q/openapi, the web page is at /.");
  }

  public static Problem pathMalformed(String why) {
    return new Problem(
        400,
        "path.malformed",
        "A path that could be misread",
        why,
        "Send the plain path, without dot segments, doubled or encoded slashes.");
  }

  public static Problem methodNotAllowed(String method) {
    return new Problem(
        405,
        "method.not-allowed",
        "Not a method of this path",
        method + " is not offered here.",
        "See /q/openapi for what is.");
  }

  public static Problem crossSite() {
    return new Problem(
        403,
        "request.cross-site",
        "A request from another site's page",
        "A page of another site may not change anything here.",
        "Use the page served by this gateway, or a client that is no browser.");
  }

  public static Problem tooManyListeners(int most) {
    return new Problem(
        503,
        "events.too-many-listeners",
        "Too many listeners",
        "All " + most + " places at /v1/events are taken.",
        "Close other pages, or raise motifworks.gateway.events.listeners.");
  }
}
