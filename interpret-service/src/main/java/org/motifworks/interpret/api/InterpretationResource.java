package org.motifworks.interpret.api;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.motifworks.contracts.interpretation.FilterFinding;
import org.motifworks.contracts.interpretation.Interpretation;
import org.motifworks.contracts.interpretation.SaliencyRule;
import org.motifworks.contracts.interpretation.TargetMatch;
import org.motifworks.core.jaspar.JasparDatabase;
import org.motifworks.core.motif.Motif;
import org.motifworks.interpret.filter.FilterDrawing;
import org.motifworks.interpret.interpretation.InterpretationFiles;
import org.motifworks.interpret.interpretation.Interpretations.Found;
import org.motifworks.interpret.saliency.SaliencyDrawing;
import org.motifworks.kit.problem.Problem;

/** What a model has learned. */
@Path("/v1/models/{ref}")
public class InterpretationResource {
  private static final String SVG = "image/svg+xml";
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String TSV = "text/tab-separated-values; charset=utf-8";

  private final InterpretedModels models;

  InterpretationResource(InterpretedModels models) {
    this.models = models;
  }

  /** All of it but the numbers of the saliency logos. */
  @GET
  @Path("/interpretation")
  @Produces(MediaType.APPLICATION_JSON)
  public Interpretation interpretation(@PathParam("ref") String ref) {
    return models.find(ref).interpretation();
  }

  /** The filters alone, of the first layer unless another is asked for. */
  @GET
  @Path("/filters")
  @Produces(MediaType.APPLICATION_JSON)
  public List<FilterFinding> filters(
      @PathParam("ref") String ref, @QueryParam("layer") @DefaultValue("1") int layer) {
    return InterpretedModels.filters(models.find(ref).interpretation(), layer);
  }

  /** Motifs in MEME format, by the primary rule and clip unless others are asked for. */
  @GET
  @Path("/filters.meme")
  @Produces(TEXT)
  public Response meme(
      @PathParam("ref") String ref,
      @QueryParam("layer") @DefaultValue("1") int layer,
      @QueryParam("rule") String rule,
      @QueryParam("clip") String clip) {
    Found found = models.find(ref);
    InterpretedModels.filters(found.interpretation(), layer);
    return file(
        found,
        InterpretationFiles.meme(
            layer,
            InterpretedModels.rule(rule, found.interpretation()),
            InterpretedModels.clip(clip, found.interpretation())),
        TEXT);
  }

  /** Matches as Tomtom writes them, by rule and clip as above. */
  @GET
  @Path("/matches.tsv")
  @Produces(TSV)
  public Response matches(
      @PathParam("ref") String ref,
      @QueryParam("layer") @DefaultValue("1") int layer,
      @QueryParam("rule") String rule,
      @QueryParam("clip") String clip) {
    Found found = models.find(ref);
    InterpretedModels.filters(found.interpretation(), layer);
    return file(
        found,
        InterpretationFiles.matches(
            layer,
            InterpretedModels.rule(rule, found.interpretation()),
            InterpretedModels.clip(clip, found.interpretation())),
        TSV);
  }

  /** A filter's logo; with {@code match} = 0, 1, ... that match drawn aligned beneath it. */
  @GET
  @Path("/filters/{filter}/logo.svg")
  @Produces(SVG)
  public Response filterLogo(
      @PathParam("ref") String ref,
      @PathParam("filter") int index,
      @QueryParam("layer") @DefaultValue("1") int layer,
      @QueryParam("match") @DefaultValue("-1") int match) {
    Found found = models.find(ref);
    FilterFinding filter = InterpretedModels.living(found.interpretation(), layer, index);
    if (match < 0) return file(found, InterpretationFiles.filterLogo(layer, index), SVG);
    return Response.ok(aligned(filter, match, found.interpretation()), SVG).build();
  }

  /** The logo of a saliency example, the embedded motifs marked; likewise. */
  @GET
  @Path("/saliency/{example}/logo.svg")
  @Produces(SVG)
  public Response saliencyLogo(
      @PathParam("ref") String ref,
      @PathParam("example") int example,
      @QueryParam("rule") String rule) {
    Found found = models.find(ref);
    if (example < 0 || example >= found.interpretation().saliency().examples().size()) {
      throw new Problem(
          404,
          "saliency.unknown-example",
          "No such example",
          "There is no saliency example " + example + ".",
          "GET /v1/models/" + ref + "/interpretation lists them, numbered from 0.");
    }
    SaliencyRule chosen = InterpretedModels.saliencyRule(rule, found.interpretation());
    return file(found, SaliencyDrawing.path(example, chosen), SVG);
  }

  /** Gradients and letter heights of the examples, guided unless plain is asked for. */
  @GET
  @Path("/saliency.json")
  @Produces(MediaType.APPLICATION_JSON)
  public Response saliency(@PathParam("ref") String ref, @QueryParam("rule") String rule) {
    Found found = models.find(ref);
    SaliencyRule chosen = InterpretedModels.saliencyRule(rule, found.interpretation());
    return file(found, InterpretationFiles.saliency(chosen), MediaType.APPLICATION_JSON);
  }

  /** One HTML file that opens offline. */
  @GET
  @Path("/report.html")
  @Produces("text/html; charset=utf-8")
  public Response report(@PathParam("ref") String ref) {
    return file(models.find(ref), InterpretationFiles.REPORT, "text/html; charset=utf-8");
  }

  private static Response file(Found found, String path, String type) {
    return Response.ok(found.artifact().file(path).toFile(), type)
        .header("Cache-Control", "no-cache")
        .build();
  }

  private static String aligned(FilterFinding filter, int index, Interpretation interpretation) {
    if (index >= filter.matches().size()) {
      throw new Problem(
          404,
          "match.unknown",
          "No such match",
          "Filter " + filter.filter() + " has " + filter.matches().size() + " matches.",
          "Matches are numbered from 0, best first.");
    }
    TargetMatch match = filter.matches().get(index);
    boolean newest = JasparDatabase.newest().release().equals(interpretation.settings().jaspar());
    JasparDatabase jaspar = newest ? JasparDatabase.newest() : JasparDatabase.jaspar2016();
    Optional<Motif> target = jaspar.find(match.targetId());
    return FilterDrawing.aligned(filter, match, target.orElseThrow()).toSvg();
  }
}
