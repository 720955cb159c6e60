package org.motifworks.interpret.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.motifworks.contracts.interpretation.MutagenesisMap;
import org.motifworks.contracts.interpretation.SaliencyMap;
import org.motifworks.core.sequence.DnaAlphabet;
import org.motifworks.core.sequence.Nucleotide;
import org.motifworks.core.sequence.SequenceFormatException;
import org.motifworks.interpret.model.ModelCache;
import org.motifworks.interpret.model.ModelLease;
import org.motifworks.interpret.mutagenesis.Mutagenesis;
import org.motifworks.interpret.mutagenesis.MutagenesisDrawing;
import org.motifworks.interpret.number.Rounded;
import org.motifworks.interpret.registry.ModelSource;
import org.motifworks.interpret.registry.TrainedModel;
import org.motifworks.interpret.saliency.ClassGradient;
import org.motifworks.interpret.saliency.SaliencyDrawing;
import org.motifworks.interpret.saliency.SaliencyMaps;
import org.motifworks.interpret.score.ScoreService;
import org.motifworks.kit.problem.Problem;

/** Why a model scores a sequence as it does: gradients, and every single substitution. */
@Path("/v1/models/{ref}")
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
   * Explains one sequence for one class: gradient (guided or plain), letter heights and their logo;
   * as bedGraph, the gradient at the letters that are there (gradient x input).
   */
  @POST
  @Path("/saliency")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
  @RequestBody(content = @Content(schema = @Schema(implementation = SaliencyRequest.class)))
  public Response saliency(
      @PathParam("ref") String ref, @BeanParam AnswerFormat format, InputStream body)
      throws IOException {
    Optional<BedGraph> track = format.track();
    SaliencyRequest request = BoundedBody.read(body, SaliencyRequest.class);
    return explain(
        ref,
        request.className(),
        request.sequence(),
        (model, lease, tokens, classIndex) -> {
          if (!lease.session().saliencyRules().contains(request.rule())) {
            throw InterpretedModels.noPlainGradient(422);
          }
          ClassGradient.Explained found =
              new ClassGradient(lease.session(), request.rule()).explain(tokens, classIndex);
          if (track.isPresent()) {
            double[] values = atLetters(found.gradient(), tokens);
            String what = request.rule().label() + " gradient x input";
            return track.get().write(request.className(), what, values);
          }
          SaliencyMap map =
              SaliencyMaps.of(model.id(), request.className(), DnaAlphabet.format(tokens), found);
          String logo = SaliencyDrawing.of(map.contributions(), List.of()).toSvg();
          return map.answered(model.id(), model.reference(), logo);
        });
  }

  /**
   * What every single substitution does to one class (in-silico mutagenesis); as bedGraph, minus
   * the mean effect of the three substitutions of each letter.
   */
  @POST
  @Path("/mutagenesis")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
  @RequestBody(content = @Content(schema = @Schema(implementation = MutagenesisRequest.class)))
  public Response mutagenesis(
      @PathParam("ref") String ref, @BeanParam AnswerFormat format, InputStream body)
      throws IOException {
    Optional<BedGraph> track = format.track();
    MutagenesisRequest request = BoundedBody.read(body, MutagenesisRequest.class);
    return explain(
        ref,
        request.className(),
        request.sequence(),
        (model, lease, tokens, classIndex) -> {
          Mutagenesis found = Mutagenesis.of(lease.session(), tokens, classIndex);
          if (track.isPresent()) {
            double[] values = found.importance(tokens);
            return track.get().write(request.className(), "in-silico mutagenesis", values);
          }
          return new MutagenesisMap(
              model.id(),
              model.id(),
              model.reference(),
              request.className(),
              DnaAlphabet.format(tokens),
              Rounded.to(found.logit(), 4),
              Rounded.to(found.probability(), 6),
              Rounded.rows(found.effects(), 5),
              MutagenesisDrawing.svg(found.effects(), tokens));
        });
  }

  /** What is told of a sequence: an entity for JSON, or the text of a track. */
  private interface Explanation {
    Object of(TrainedModel model, ModelLease lease, byte[] tokens, int classIndex);
  }

  private Response explain(String ref, String className, String sequence, Explanation explanation) {
    TrainedModel model = models.find(ref);
    try (ModelLease lease = cache.acquire(model.ref());
        ScoreService.Lane lane = scores.enter()) {
      int classIndex = ClassName.index(className, lease.description().classes());
      byte[] tokens = tokens(sequence, lease.description().window());
      return answer(model, explanation.of(model, lease, tokens, classIndex));
    }
  }

  private static Response answer(TrainedModel model, Object entity) {
    String type = entity instanceof String ? BedGraph.MEDIA_TYPE : MediaType.APPLICATION_JSON;
    return ModelHeaders.add(Response.ok(entity, type), model).build();
  }

  private static double[] atLetters(double[][] gradient, byte[] tokens) {
    double[] values = new double[tokens.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = tokens[i] == Nucleotide.N ? 0 : gradient[i][tokens[i]];
    }
    return values;
  }

  private static byte[] tokens(String sequence, int window) {
    String letters = Optional.ofNullable(sequence).orElse("").strip();
    byte[] tokens;
    try {
      tokens = DnaAlphabet.tokenise(letters);
    } catch (SequenceFormatException e) {
      throw new Problem(
          422,
          e.code(),
          "A letter that is no nucleotide",
          e.getMessage(),
          "Send letters A C G T U N or IUPAC codes.");
    }
    if (tokens.length == window) return tokens;
    throw new Problem(
        422,
        "sequence.wrong-length",
        "A sequence of the wrong length",
        "The sequence has " + tokens.length + " nt, the model takes " + window + " nt.",
        "Send exactly " + window + " nt.");
  }
}
