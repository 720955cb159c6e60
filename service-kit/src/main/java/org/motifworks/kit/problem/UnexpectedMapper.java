package org.motifworks.kit.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** A mistake of ours: the log has the stack trace, the caller an id to quote. */
@Provider
public final class UnexpectedMapper implements ExceptionMapper<Throwable> {

  @Override
  public Response toResponse(Throwable e) {
    return ProblemResponse.of(UnexpectedProblem.logged(e));
  }
}
