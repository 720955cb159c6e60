package org.motifworks.trainer.architecture;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.motifworks.core.architecture.ArchitectureSummary;
import org.motifworks.kit.problem.Problem;

/** Presets, and at the same time examples of how an architecture is written. */
@Path("/v1/architectures")
public class ArchitectureResource {

  private static final int LONGEST_WINDOW = 1_000_000;
  private static final int MOST_CLASSES = 10_000;

  /**
   * The presets that fit the window, with their layers and what their first one will learn.
   *
   * @throws Problem {@code architecture.size}
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public List<ArchitectureSummary> presets(
      @QueryParam("window") @DefaultValue("200") int window,
      @QueryParam("classes") @DefaultValue("12") int classes) {
    if (window < 1 || window > LONGEST_WINDOW || classes < 1 || classes > MOST_CLASSES) {
      throw new Problem(
          422,
          "architecture.size",
          "A size that no dataset has",
          "window is " + window + ", classes is " + classes,
          "Give a window of 1 to " + LONGEST_WINDOW + " and 1 to " + MOST_CLASSES + " classes.");
    }
    return ArchitectureSummary.presets(window, classes);
  }
}
