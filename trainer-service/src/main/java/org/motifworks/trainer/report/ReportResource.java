package org.motifworks.trainer.report;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.motifworks.kit.problem.Problem;
import org.motifworks.trainer.experiment.ExperimentResource;

/** An experiment's report and its figures, of what is finished. */
@Path("/v1/experiments/{id}")
public class ReportResource {

  private final ReportSource source;
  private final ReportPage page;
  private final Figures figures;

  ReportResource(ReportSource source, ReportPage page, Figures figures) {
    this.source = source;
    this.page = page;
    this.figures = figures;
  }

  /** One page that opens offline. */
  @GET
  @Path("/report.html")
  @Produces("text/html;charset=UTF-8")
  @Blocking
  public StreamingOutput report(@PathParam("id") String id) {
    ReportInput input = input(id);
    return out -> {
      Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
      page.write(input, writer);
      writer.flush();
    };
  }

  /** The figures there are by now. */
  @GET
  @Path("/figures")
  @Produces(MediaType.APPLICATION_JSON)
  public List<FigureName> figures(@PathParam("id") String id) {
    return figures.names(input(id));
  }

  /** One figure on white. */
  @GET
  @Path("/figures/{name}.svg")
  @Produces("image/svg+xml;charset=UTF-8")
  public String figure(@PathParam("id") String id, @PathParam("name") String name) {
    return figures.draw(input(id), name).orElseThrow(() -> noFigure(id, name)).document();
  }

  private ReportInput input(String id) {
    return source.of(id).orElseThrow(() -> ExperimentResource.unknown(id));
  }

  private static Problem noFigure(String id, String name) {
    return new Problem(
        404,
        "figure.unknown",
        "A figure that is not here",
        "Experiment " + id + " has no figure '" + name + "', or not yet.",
        "List its figures: GET /v1/experiments/" + id + "/figures.");
  }
}
