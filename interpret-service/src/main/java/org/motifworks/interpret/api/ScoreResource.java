package org.motifworks.interpret.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.motifworks.contracts.interpretation.SaliencyMap;
import org.motifworks.core.sequence.DnaAlphabet;
import org.motifworks.core.sequence.SequenceFormatException;
import org.motifworks.interpret.model.ModelCache;
import org.motifworks.interpret.model.ModelLease;
import org.motifworks.interpret.model.ModelSource;
import org.motifworks.interpret.model.TrainedModel;
import org.motifworks.interpret.saliency.ClassGradient;
import org.motifworks.interpret.saliency.SaliencyDrawing;
import org.motifworks.interpret.saliency.SaliencyMaps;
import org.motifworks.interpret.score.ScoreService;
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
   * Scores a stream: FASTA (plain or gzip) or NDJSON {@code {"id", "sequence"}} in; a line of JSON
   * a record out, in order and as soon as it is known, and at the end a line that counts them. An
   * answer without that line was cut off. Read the answer while sending.
   */
  @POST
  @Path("/score")
  @Consumes(MediaType.WILDCARD)
  @Produces("application/x-ndjson")
  public StreamingOutput score(@PathParam("ref") String ref, InputStream body) throws IOException {
    TrainedModel model = models.find(ref);
    ScoreService.Admitted admitted = scores.admit(cache.acquire(model.ref()), model, body);
    return admitted::run;
  }

  /**
   * Explains one sequence for one class: gradient (guided or plain), letter heights and their logo.
   */
  @POST
  @Path("/saliency")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @RequestBody(content = @Content(schema = @Schema(implementation = SaliencyRequest.class)))
  public SaliencyMap saliency(@PathParam("ref") String ref, InputStream body) throws IOException {
    SaliencyRequest request = BoundedBody.read(body, SaliencyRequest.class);
    TrainedModel model = models.find(ref);
    try (ModelLease lease = cache.acquire(model.ref())) {
      List<String> classes = lease.description().classes();
      int classIndex = classes.indexOf(request.className());
      if (classIndex < 0) throw unknownClass(request.className(), classes);
      byte[] tokens = tokens(request.sequence(), lease.description().window());
      if (!lease.session().saliencyRules().contains(request.rule())) {
        throw InterpretedModels.noPlainGradient(422);
      }
      ClassGradient.Explained explained =
          new ClassGradient(lease.session(), request.rule()).explain(tokens, classIndex);
      SaliencyMap map =
          SaliencyMaps.of(model.id(), request.className(), DnaAlphabet.format(tokens), explained);
      return map.drawn(SaliencyDrawing.of(map.contributions(), List.of()).toSvg());
    }
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

  private static Problem unknownClass(String name, List<String> classes) {
    return new Problem(
        422,
        "class.unknown",
        "No such class",
        "The model has no class '" + name + "'.",
        "Its classes are " + String.join(", ", classes) + ".");
  }
}
