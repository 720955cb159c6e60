package org.motifworks.trainer.imported;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
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
  private static final long LIMIT = 1 << 20;

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    if (context.getType() != InputStream.class) {
      context.setInputStream(new Bounded(context.getInputStream()));
    }
    return context.proceed();
  }

  private static final class Bounded extends FilterInputStream {
    private long left = LIMIT;

    Bounded(InputStream body) {
      super(body);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      if (read >= 0) took(1);
      return read;
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
      int read = super.read(bytes, from, count);
      if (read > 0) took(read);
      return read;
    }

    private void took(int count) {
      left -= count;
      if (left >= 0) return;
      // As an answer: any other exception of a reader would become a 400.
      throw new WebApplicationException(
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
}
