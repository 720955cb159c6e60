package org.motifworks.kit.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * JSON of the wrong type; Quarkus maps this class itself unless someone does it with more weight.
 */
@Provider
@Priority(Priorities.USER - 1)
public final class MismatchedJsonMapper implements ExceptionMapper<MismatchedInputException> {

  @Override
  public Response toResponse(MismatchedInputException e) {
    return ProblemResponse.of(ProblemResponse.unreadable(e));
  }
}
