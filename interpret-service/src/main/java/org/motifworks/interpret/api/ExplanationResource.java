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
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.motifworks.core.sequence.DnaAlphabet;
import org.motifworks.core.sequence.SequenceFormatException;
import org.motifworks.interpret.explanation.Explanation;
import org.motifworks.interpret.explanation.Part;
import org.motifworks.interpret.explanation.PartChoice;
import org.motifworks.interpret.explanation.PartMutagenesis;
import org.motifworks.interpret.explanation.PartSaliency;
import org.motifworks.interpret.explanation.Subject;
import org.motifworks.interpret.model.InferenceSession;
import org.motifworks.interpret.model.ModelCache;
import org.motifworks.interpret.model.ModelLease;
import org.motifworks.interpret.registry.ModelSource;
import org.motifworks.interpret.registry.TrainedModel;
import org.motifworks.interpret.saliency.ExplanationRule;
import org.motifworks.interpret.score.ScoreService;
import org.motifworks.kit.problem.Problem;

/** Why a model scores a sequence as it does: gradients, and every single substitution. */
@Path("/v1/models/{ref}")
@Produces({MediaType.APPLICATION_JSON, "image/svg+xml", MediaType.TEXT_PLAIN})
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
public class ExplanationResource {
  private final ModelSource models;
  private final ModelCache cache;
  private final ScoreService scores;

  ExplanationResource(ModelSource models, ModelCache cache, ScoreService scores) {
    this.models = models;
    this.cache = cache;
    this.scores = scores;
  }

  /**
   * Explains one sequence for one class by a gradient: the gradient, letter heights and their logo;
   * as bedGraph, the gradient at the letters that are there.
   */
  @POST
  @Path("/saliency")
  @RequestBody(content = @Content(schema = @Schema(implementation = SaliencyRequest.class)))
  public Response saliency(
      @PathParam("ref") String ref,
      @Context UriInfo uri,
      @Context HttpHeaders headers,
      InputStream body)
      throws IOException {
    ExplanationOptions options = options(uri, headers);
    SaliencyRequest request = BoundedBody.read(body, SaliencyRequest.class);
    ExplanationRule rule = request.chosenRule();
    return explain(
        ref,
        request.className(),
        request.sequence(),
        options,
        (session, subject, part) -> {
          if (session.saliencyRules().isEmpty()) {
            throw OneGraph.lacks("There is no graph of its gradient");
          }
          if (!session.saliencyRules().contains(rule.gradient())) {
            throw InterpretedModels.noPlainGradient(422);
          }
          return PartSaliency.of(session, subject, part, rule);
        });
  }

  /**
   * What every single substitution does to one class (in-silico mutagenesis); as bedGraph, minus
   * the mean effect of the three substitutions of each letter.
   */
  @POST
  @Path("/mutagenesis")
  @RequestBody(content = @Content(schema = @Schema(implementation = MutagenesisRequest.class)))
  public Response mutagenesis(
      @PathParam("ref") String ref,
      @Context UriInfo uri,
      @Context HttpHeaders headers,
      InputStream body)
      throws IOException {
    ExplanationOptions options = options(uri, headers);
    MutagenesisRequest request = BoundedBody.read(body, MutagenesisRequest.class);
    return explain(ref, request.className(), request.sequence(), options, PartMutagenesis::of);
  }

  /** One part of a sequence explained by a model. */
  private interface Method {
    Explanation of(InferenceSession session, Subject subject, Part part);
  }

  private Response explain(
      String ref, String className, String letters, ExplanationOptions options, Method method) {
    TrainedModel model = models.find(ref);
    try (ModelLease lease = cache.acquire(model.ref());
        ScoreService.Lane lane = scores.enter()) {
      int classIndex = ClassName.index(className, lease.description().classes());
      Subject subject =
          new Subject(
              model.id(),
              model.reference(),
              className,
              classIndex,
              options.chromosome(),
              options.start());
      List<Part> parts =
          new PartChoice(lease.session(), lease.description().window(), options.settings())
              .of(tokens(letters), classIndex);
      List<Explanation> found = new ArrayList<>(parts.size());
      for (Part part : parts) found.add(method.of(lease.session(), subject, part));
      Object entity = ExplanationAnswer.of(options, subject, found);
      return ModelHeaders.add(Response.ok(entity, options.form().contentType()), model).build();
    }
  }

  private static ExplanationOptions options(UriInfo uri, HttpHeaders headers) {
    return ExplanationOptions.of(uri.getQueryParameters(), headers.getAcceptableMediaTypes());
  }

  private static byte[] tokens(String sequence) {
    String letters = Optional.ofNullable(sequence).orElse("").strip();
    try {
      return DnaAlphabet.tokenise(letters);
    } catch (SequenceFormatException e) {
      throw new Problem(
          422,
          e.code(),
          "A letter that is no nucleotide",
          e.getMessage(),
          "Send the letters of one sequence alone: A C G T U N or IUPAC codes.");
    }
  }
}
