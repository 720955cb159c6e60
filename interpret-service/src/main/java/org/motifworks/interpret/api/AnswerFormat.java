package org.motifworks.interpret.api;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.motifworks.kit.problem.Problem;

/** How an explanation is to be told. */
public final class AnswerFormat {

  /** {@code json}, the default, or {@code bedgraph}. */
  @QueryParam("format")
  String format;

  /** Of the bedGraph; {@code sequence} where nothing is said. */
  @QueryParam("chromosome")
  String chromosome;

  /** Where on it the sequence begins, 0-based; 0 where nothing is said. */
  @QueryParam("start")
  Long start;

  /**
   * The track that is asked for; empty for JSON.
   *
   * @throws Problem {@code request.invalid-choice} (400)
   */
  Optional<BedGraph> track() {
    if (format == null || format.equals("json")) return Optional.empty();
    boolean place =
        (chromosome == null || chromosome.matches("[\\x21-\\x7e]{1,200}"))
            && (start == null || start >= 0);
    if (!format.equals("bedgraph") || !place) {
      throw new Problem(
          400,
          "request.invalid-choice",
          "A choice that there is not",
          "format=" + format + ", chromosome=" + chromosome + ", start=" + start,
          "format may be json or bedgraph; chromosome is a name without blanks, start is 0 or more.");
    }
    return Optional.of(
        new BedGraph(chromosome == null ? "sequence" : chromosome, start == null ? 0 : start));
  }
}
