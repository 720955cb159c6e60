package org.motifworks.interpret.api;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import org.jboss.logging.Logger;
import org.motifworks.interpret.model.InferenceException;
import org.motifworks.kit.problem.Problem;
import org.motifworks.kit.problem.ProblemMapper;

/** A model that was asked for and cannot be loaded or run. */
@Provider
public final class InferenceProblem implements ExceptionMapper<InferenceException> {
  private static final Logger LOG = Logger.getLogger(InferenceProblem.class);
  private static final ProblemMapper MAPPER = new ProblemMapper();
  private static final Set<String> LATE = Set.of("model.load-late", "model.loads-stuck");

  @Override
  public Response toResponse(InferenceException e) {
    LOG.warnf("a request was refused: %s", e.getMessage());
    boolean late = LATE.contains(e.code());
    return MAPPER.toResponse(
        new Problem(
            late ? 503 : 500,
            e.code(),
            "A model that cannot be used",
            e.getMessage(),
            late
                ? "Try again later, or ask for another version; the readiness check names what is"
                    + " being loaded."
                : "Ask for another version, or roll the alias back; the model itself must be made"
                    + " again."));
  }
}
