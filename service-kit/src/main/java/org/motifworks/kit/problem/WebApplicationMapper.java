package org.motifworks.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;

/**
 * What the framework refuses (no such path, wrong method, wrong media type) looks like any other
 * problem.
 */
@Provider
public final class WebApplicationMapper implements ExceptionMapper<WebApplicationException> {

  @Override
  public Response toResponse(WebApplicationException e) {
    if (e.getCause() instanceof JsonProcessingException json) {
      return ProblemResponse.of(ProblemResponse.unreadable(json));
    }
    Response answer = e.getResponse();
    if (answer.hasEntity() || answer.getStatus() < 400) return answer;
    Response.StatusType status = answer.getStatusInfo();
    String code =
        "http." + status.getReasonPhrase().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
    Response problem =
        ProblemResponse.of(
            new Problem(
                status.getStatusCode(),
                code,
                status.getReasonPhrase(),
                detail(e),
                "See /q/openapi."));
    // Headers carry meaning of their own, such as Allow or Retry-After.
    Response.ResponseBuilder merged = Response.fromResponse(problem);
    answer
        .getHeaders()
        .forEach(
            (name, values) -> {
              if (!name.equalsIgnoreCase("Content-Type"))
                values.forEach(v -> merged.header(name, v));
            });
    return merged.build();
  }

  private static String detail(WebApplicationException e) {
    return e.getResponse().getStatus() >= 500 ? "The service could not answer." : e.getMessage();
  }
}
