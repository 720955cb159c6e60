package org.motifworks.kit.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** Tells a client that was sent away when to come back. */
@Provider
public final class RetryAfter implements ContainerResponseFilter {
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAVAILABLE = 503;
  private static final int SECONDS = 2;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() != TOO_MANY_REQUESTS && response.getStatus() != UNAVAILABLE) return;
    response.getHeaders().putIfAbsent("Retry-After", List.of(SECONDS));
  }
}
