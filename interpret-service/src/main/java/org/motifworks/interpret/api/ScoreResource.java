package org.motifworks.interpret.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.motifworks.interpret.model.ModelCache;
import org.motifworks.interpret.model.ModelLease;
import org.motifworks.interpret.registry.ModelSource;
import org.motifworks.interpret.registry.TrainedModel;
import org.motifworks.interpret.score.ScoreService;
import org.motifworks.interpret.score.ScoreSettings;
import org.motifworks.kit.problem.Problem;

/** What a model says of new sequences. */
@Path("/v1/models/{ref}")
@Blocking
public class ScoreResource {
  private final ModelSource models;
  private final ModelCache cache;
  private final ScoreService scores;

  ScoreResource(ModelSource models, ModelCache cache, ScoreService scores) {
    this.models = models;
    this.cache = cache;
    this.scores = scores;
  }

  /**
   * Scores a stream: FASTA, NDJSON {@code {"id", "sequence"}} or a sequence a line, plain or gzip;
   * a result a record out (NDJSON, or TSV or Arrow where that is accepted or {@code format} says
   * so), in order and as soon as it is known, and at the end a line that counts them. An answer
   * without that line was cut off. Read the answer while sending. Options: see {@link
   * ScoreSettings}.
   */
  @POST
  @Path("/score")
  @Consumes(MediaType.WILDCARD)
  @Produces({
    "application/x-ndjson",
    "text/tab-separated-values",
    "application/vnd.apache.arrow.stream"
  })
  public Response score(
      @PathParam("ref") String ref,
      @Context UriInfo uri,
      @Context HttpHeaders headers,
      InputStream body)
      throws IOException {
    ScoreOptions options =
        ScoreOptions.of(uri.getQueryParameters(), headers.getAcceptableMediaTypes());
    refuseEncoding(headers.getHeaderString(HttpHeaders.CONTENT_ENCODING));
    TrainedModel model = models.find(ref);
    ModelLease lease = cache.acquire(model.ref());
    try {
      options.requireFit(lease.description());
    } catch (Problem e) {
      lease.close();
      throw e;
    }
    ScoreService.Admitted admitted = scores.admit(lease, model, options.input(), body);
    StreamingOutput answer = output -> admitted.run(output, options.settings(), options.output());
    return ModelHeaders.add(Response.ok(answer, options.output().mediaType()), model).build();
  }

  /** Gzip is known by its first bytes, whether the header tells it or not. */
  private static void refuseEncoding(String encoding) {
    if (encoding == null || Set.of("gzip", "x-gzip", "identity").contains(encoding)) return;
    throw new Problem(
        415,
        "request.encoding",
        "A compression that is not understood",
        "The body is sent with Content-Encoding: " + encoding + ".",
        "Send it plain or as gzip.");
  }
}
