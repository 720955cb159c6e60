package org.motifworks.kit.log;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.MDC;

/**
 * Logs what a request leads to with the id that the gateway gave it.
 *
 * <p>The id is kept with the request's own Vert.x context and gone with it.
 */
@Provider
@PreMatching
public final class RequestIdFilter implements ContainerRequestFilter {

  private static final int LONGEST = 64;

  @Override
  public void filter(ContainerRequestContext request) {
    String id = request.getHeaderString("x-request-id");
    if (id != null && id.length() <= LONGEST) MDC.put("requestId", id);
  }
}
