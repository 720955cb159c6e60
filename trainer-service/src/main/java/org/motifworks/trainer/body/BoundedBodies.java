package org.motifworks.trainer.body;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.motifworks.kit.problem.Problem;
import org.motifworks.kit.problem.ProblemMapper;

/**
 * Bounds the bodies that are read into memory. The server's own limit is off, since it would hold
 * for models too, which are streamed to disk and bounded there.
 */
@Provider
public final class BoundedBodies implements ReaderInterceptor {
  private static final int LIMIT = 1 << 20;

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    if (context.getType() != InputStream.class) {
      // Whole, before the JSON is read: what a stream throws under Jackson becomes a 400.
      byte[] body = context.getInputStream().readNBytes(LIMIT + 1);
      if (body.length > LIMIT) throw tooLarge();
      context.setInputStream(new ByteArrayInputStream(body));
    }
    return context.proceed();
  }

  private static WebApplicationException tooLarge() {
    return new WebApplicationException(
        new ProblemMapper()
            .toResponse(
                new Problem(
                    413,
                    "request.too-large",
                    "A request body that is too large",
                    "The body is over " + LIMIT + " bytes.",
                    "Send what /q/openapi describes.")));
  }
}
