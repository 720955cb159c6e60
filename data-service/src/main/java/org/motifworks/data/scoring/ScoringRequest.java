package org.motifworks.data.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.motifworks.data.source.SourceFile;
import org.motifworks.data.source.SourceProblem;

/**
 * What is to be scored, and how: {@code sequences}, or {@code regions} or {@code variants} of a
 * {@code genome}. Files are named by their absolute path where the data-service runs. The options
 * are those of {@code POST /v1/models/{ref}/score}.
 *
 * @param model its id, or a name such as {@code tf12@champion}, looked up once when work begins
 * @param sequences FASTA, plain or gzip
 * @param regions BED, narrowPeak or broadPeak, plain or gzip: of each region the model's window
 *     around its middle is scored; for tracks, every cell that a region touches
 * @param variants VCF, plain or gzip: of each alternative allele both alleles are scored, in their
 *     surroundings; of the options {@code strands} alone is for them
 * @param genome FASTA, plain or gzip, or 2bit
 * @param format {@code table}, or {@code bigwig} for tracks along the regions' genome; of the
 *     options {@code strands} and {@code stride} are for these
 * @param stride also the width of a track's cells; the model's window where it is not given
 * @param classes that have a track; all of the model's where none is named
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ScoringRequest(
    String model,
    Optional<String> sequences,
    Optional<String> regions,
    Optional<String> variants,
    Optional<String> genome,
    Optional<String> strands,
    Optional<String> shorter,
    Optional<String> longer,
    OptionalInt stride,
    OptionalInt hits,
    Optional<String> format,
    Optional<List<String>> classes) {

  private static final String BIGWIG = "bigwig";
  private static final int WIDEST_CELL = 1_000_000;

  /**
   * Checks what can be checked without the files.
   *
   * @throws SourceProblem {@code scoring.model}, {@code scoring.source}, {@code scoring.option}
   */
  void validate() {
    if (model == null || model.isBlank()) {
      throw new SourceProblem(
          "scoring.model", "The request names no model.", "Add its id, or SERIES@ALIAS.");
    }
    long kinds = Stream.of(sequences, regions, variants).filter(Optional::isPresent).count();
    if (kinds != 1 || sequences.isPresent() == genome.isPresent()) {
      throw new SourceProblem(
          "scoring.source",
          "The request names neither sequences alone nor regions or variants with their genome.",
          "Add \"sequences\", or \"regions\" or \"variants\" and their \"genome\".");
    }
    validateOptions();
    for (String file : files()) {
      if (SourceFile.isPath(file)) continue;
      throw new SourceProblem(
          "scoring.source",
          "'" + file + "' is no absolute path.",
          "Name the file by its path where the data-service runs, beginning with '/'.");
    }
  }

  private void validateOptions() {
    if (!Set.of("table", BIGWIG).contains(format.orElse("table"))) {
      throw option("There is no format '" + format.get() + "'.", "Ask for table or bigwig.");
    }
    boolean lengths = shorter.isPresent() || longer.isPresent() || hits.isPresent();
    if (variants.isPresent() && (lengths || stride.isPresent())) {
      throw option(
          "Variants are cut to the model's window: of the options only strands is for them.",
          "Leave out shorter, longer, stride and hits.");
    }
    if (asTracks() && (regions.isEmpty() || lengths)) {
      throw option(
          "Tracks are of regions of a genome, and strands and stride are their options.",
          "Give regions and genome, and leave out shorter, longer and hits.");
    }
    if (asTracks() && (stride.orElse(1) < 1 || stride.orElse(1) > WIDEST_CELL)) {
      throw option("The stride is " + stride.getAsInt() + " nt.", "Give one of 1 to 1,000,000 nt.");
    }
    if (!asTracks() && classes.isPresent()) {
      throw option("A table has all classes.", "Leave out classes, or ask for bigwig.");
    }
    if (classes.stream().flatMap(List::stream).anyMatch(name -> name == null || name.isBlank())) {
      throw option("One of the classes has no name.", "Name classes of the model.");
    }
  }

  private static SourceProblem option(String detail, String action) {
    return new SourceProblem("scoring.option", detail, action);
  }

  /** Whether tracks are asked for, not a table. */
  boolean asTracks() {
    return format.orElse("table").equals(BIGWIG);
  }

  /** Paths of what is read. */
  List<String> files() {
    TreeSet<String> files = new TreeSet<>();
    sequences.ifPresent(files::add);
    regions.ifPresent(files::add);
    variants.ifPresent(files::add);
    genome.ifPresent(files::add);
    return List.copyOf(files);
  }

  /** As the query of a request to score: {@code strands=max&stride=50}. */
  String query() {
    List<String> parts = new ArrayList<>();
    strands.ifPresent(value -> parts.add("strands=" + InterpretClient.encoded(value)));
    shorter.ifPresent(value -> parts.add("shorter=" + InterpretClient.encoded(value)));
    longer.ifPresent(value -> parts.add("longer=" + InterpretClient.encoded(value)));
    if (!asTracks()) stride.ifPresent(value -> parts.add("stride=" + value));
    hits.ifPresent(value -> parts.add("hits=" + value));
    return String.join("&", parts);
  }
}
