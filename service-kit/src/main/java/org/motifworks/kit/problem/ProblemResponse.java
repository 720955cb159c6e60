package org.motifworks.kit.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;

/** Problems as HTTP answers. */
final class ProblemResponse {

  private ProblemResponse() {}

  static Response of(Problem problem) {
    return Response.status(problem.status())
        .type(ProblemDetails.MEDIA_TYPE)
        .entity(problem.details())
        .build();
  }

  static Problem unreadable(JsonProcessingException e) {
    JsonLocation place = e.getLocation();
    String field =
        e instanceof JsonMappingException mapping
            ? mapping.getPath().stream()
                .map(
                    step ->
                        step.getFieldName() == null
                            ? "[" + step.getIndex() + "]"
                            : step.getFieldName())
                .collect(Collectors.joining("."))
            : "";
    String at =
        place == null
            ? ""
            : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")";
    Problem problem =
        new Problem(
            400,
            "request.unreadable",
            "A request body that cannot be read",
            (field.isEmpty() ? "" : "Field '" + field + "': ") + withoutClassNames(e) + at,
            "Send the JSON that /q/openapi describes.");
    return field.isEmpty() ? problem : problem.at("field", field);
  }

  /** Jackson names Java classes in backticks; they mean nothing outside. */
  private static String withoutClassNames(JsonProcessingException e) {
    return e.getOriginalMessage().replaceAll("`[a-z][\\w.$]*\\.([\\w$]+)(<[^`]*>)?`", "$1");
  }
}
