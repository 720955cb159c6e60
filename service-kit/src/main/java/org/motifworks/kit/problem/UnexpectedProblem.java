package org.motifworks.kit.problem;

import org.jboss.logging.Logger;
import org.motifworks.kit.id.Ids;

/**
 * Turns a mistake of ours into a problem that gives nothing away but an id to find it in the log.
 */
public final class UnexpectedProblem {

  private static final Logger LOG = Logger.getLogger(UnexpectedProblem.class);

  private UnexpectedProblem() {}

  /**
   * Logs {@code e} and returns what may be told about it; a {@link Problem} is returned as it is.
   */
  public static Problem logged(Throwable e) {
    if (e instanceof Problem problem) return problem;
    String id = Ids.next();
    LOG.errorf(e, "unexpected error %s", id);
    return new Problem(
            500,
            "internal",
            "An unexpected error",
            "The service met an error it did not expect. Its log has it as " + id + ".",
            "Try again; if it stays, report it with the id.")
        .at("id", id)
        .causedBy(e);
  }
}
