package org.motifworks.kit.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** A problem goes out as it is. */
@Provider
public final class ProblemMapper implements ExceptionMapper<Problem> {

  @Override
  public Response toResponse(Problem problem) {
    return ProblemResponse.of(problem);
  }
}
