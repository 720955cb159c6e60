package org.motifworks.standalone.command;

import java.util.ArrayList;
import java.util.List;
import org.motifworks.standalone.api.Api;
import picocli.CommandLine.Option;

/** How sequences become scores; what a value means and which there are is the service's to say. */
final class ScoreRequestOptions {

  @Option(
      names = "--strands",
      paramLabel = "HOW",
      description = "forward (default), or both: the max or the mean of the two.")
  private String strands;

  @Option(
      names = "--shorter",
      paramLabel = "HOW",
      description = "Sequences shorter than the model's window: refuse (default), or pad with N.")
  private String shorter;

  @Option(
      names = "--longer",
      paramLabel = "HOW",
      description =
          "Longer ones: refuse (default), windows (a row each), or the max or mean of all windows.")
  private String longer;

  @Option(
      names = "--stride",
      paramLabel = "NT",
      description = "From one window to the next. Default: the window's length.")
  private Integer stride;

  @Option(
      names = "--hits",
      paramLabel = "N",
      description = "Tells the N strongest filters of each sequence, and where they are.")
  private Integer hits;

  @Option(
      names = "--input",
      paramLabel = "FORMAT",
      description = "fasta, ndjson or lines. Default: told by its first letter.")
  private String input;

  /** The query of a request: empty, or beginning with a question mark. */
  String query() {
    List<String> parts = new ArrayList<>();
    add(parts, "strands", strands);
    add(parts, "shorter", shorter);
    add(parts, "longer", longer);
    add(parts, "stride", stride);
    add(parts, "hits", hits);
    add(parts, "input", input);
    return parts.isEmpty() ? "" : "?" + String.join("&", parts);
  }

  private static void add(List<String> parts, String name, Object value) {
    if (value != null) parts.add(name + "=" + Api.segment(value.toString()));
  }
}
