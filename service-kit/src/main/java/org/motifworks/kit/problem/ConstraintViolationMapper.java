package org.motifworks.kit.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Names every field that breaks a rule, at once. */
@Provider
public final class ConstraintViolationMapper
    implements ExceptionMapper<ConstraintViolationException> {

  @Override
  public Response toResponse(ConstraintViolationException e) {
    Map<String, String> fields = new TreeMap<>();
    for (ConstraintViolation<?> violation : e.getConstraintViolations()) {
      fields.put(field(violation), violation.getMessage());
    }
    String detail =
        fields.entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining("; "));
    return ProblemResponse.of(
        new Problem(
                422,
                "request.invalid",
                "A request that breaks a rule",
                detail,
                "Correct the fields named.")
            .at("fields", Map.copyOf(fields)));
  }

  /**
   * {@code request.body.name} is {@code body.name}'s method, parameter and field: the caller knows
   * the field.
   */
  private static String field(ConstraintViolation<?> violation) {
    String path = violation.getPropertyPath().toString();
    int parameter = path.indexOf('.', path.indexOf('.') + 1);
    if (parameter >= 0) return path.substring(parameter + 1);
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
