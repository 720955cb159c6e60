package org.motifworks.data.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.motifworks.data.source.SourceFile;
import org.motifworks.data.source.SourceProblem;

/**
 * What is to be scored, and how: either {@code sequences}, or {@code regions} of a {@code genome}.
 * Files are named by their absolute path where the data-service runs. The options are those of
 * {@code POST /v1/models/{ref}/score}.
 *
 * @param model its id, or a name such as {@code tf12@champion}, looked up once when work begins
 * @param sequences FASTA, plain or gzip
 * @param regions BED, narrowPeak or broadPeak, plain or gzip: of each region the model's window
 *     around its middle is scored
 * @param genome FASTA, plain or gzip, or 2bit
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ScoringRequest(
    String model,
    Optional<String> sequences,
    Optional<String> regions,
    Optional<String> genome,
    Optional<String> strands,
    Optional<String> shorter,
    Optional<String> longer,
    OptionalInt stride,
    OptionalInt hits) {

  /**
   * Checks what can be checked without the files.
   *
   * @throws SourceProblem {@code scoring.model}, {@code scoring.source}
   */
  void validate() {
    if (model == null || model.isBlank()) {
      throw new SourceProblem(
          "scoring.model", "The request names no model.", "Add its id, or SERIES@ALIAS.");
    }
    boolean ofGenome = regions.isPresent() && genome.isPresent();
    if (sequences.isPresent() ? regions.isPresent() || genome.isPresent() : !ofGenome) {
      throw new SourceProblem(
          "scoring.source",
          "The request names neither sequences alone nor regions with their genome.",
          "Add \"sequences\", or \"regions\" and \"genome\".");
    }
    for (String file : files()) {
      if (SourceFile.isPath(file)) continue;
      throw new SourceProblem(
          "scoring.source",
          "'" + file + "' is no absolute path.",
          "Name the file by its path where the data-service runs, beginning with '/'.");
    }
  }

  /** Paths of what is read. */
  List<String> files() {
    TreeSet<String> files = new TreeSet<>();
    sequences.ifPresent(files::add);
    regions.ifPresent(files::add);
    genome.ifPresent(files::add);
    return List.copyOf(files);
  }

  /** As the query of a request to score: {@code strands=max&stride=50}. */
  String query() {
    List<String> parts = new ArrayList<>();
    strands.ifPresent(value -> parts.add("strands=" + InterpretClient.encoded(value)));
    shorter.ifPresent(value -> parts.add("shorter=" + InterpretClient.encoded(value)));
    longer.ifPresent(value -> parts.add("longer=" + InterpretClient.encoded(value)));
    stride.ifPresent(value -> parts.add("stride=" + value));
    hits.ifPresent(value -> parts.add("hits=" + value));
    return String.join("&", parts);
  }
}
