package org.motifworks.kit.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.Logger;
import org.motifworks.kit.sql.Outage;

/**
 * A mistake of ours: the log has the stack trace, the caller an id to quote. What will pass is no
 * mistake: the caller is asked to come again.
 */
@Provider
public final class UnexpectedMapper implements ExceptionMapper<Throwable> {

  private static final Logger LOG = Logger.getLogger(UnexpectedMapper.class);

  @Override
  public Response toResponse(Throwable e) {
    if (!Outage.isCauseOf(e)) return ProblemResponse.of(UnexpectedProblem.logged(e));
    LOG.warnf("a request was refused: %s", e);
    return ProblemResponse.of(
        new Problem(
            503,
            "service.unavailable",
            "A service that cannot work now",
            "The database, Kafka or the artifact store does not answer.",
            "Try again in a few seconds, with the same Idempotency-Key if there was one."));
  }
}
