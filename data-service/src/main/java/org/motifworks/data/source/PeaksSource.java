package org.motifworks.data.source;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A genome and the peaks of any number of experiments, made into labelled windows as DeepSEA's were
 * (Zhou and Troyanskaya 2015): the genome is cut into bins, a bin belongs to a class when a peak of
 * it covers more than half of the bin, and the sequence is the bin with its flanks.
 *
 * @param genome FASTA (plain or gzip) or 2bit
 * @param peaks at least one file
 * @param bin size of a bin in nt
 * @param window length of every sequence in nt: the bin and as much on either side
 * @param split chromosomes, or regions such as {@code chr7:30508750-35296850} (0-based, half-open)
 * @param exclude chromosomes of which nothing is taken
 * @param blacklist BED file; bins it touches are left out
 * @param negatives sequences without any label to be added
 * @param maxN windows with more Ns are left out; without it they are only reported
 */
@JsonTypeName(PeaksSource.KIND)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PeaksSource(
    String genome,
    List<PeakFile> peaks,
    int bin,
    int window,
    SplitRule.ByChromosome split,
    @JsonInclude List<String> exclude,
    Optional<String> blacklist,
    Negatives negatives,
    OptionalInt maxN)
    implements AddedSource {

  public static final String KIND = "peaks";

  /** DeepSEA's test chromosomes; its validation set is a part of chromosome 7. */
  static final SplitRule.ByChromosome SPLIT =
      new SplitRule.ByChromosome(List.of("chr7"), List.of("chr8", "chr9"), 1);

  private static final int WINDOW = 1000;
  private static final int LONGEST_WINDOW = 100_000;

  /** Sequences without a label. */
  public enum Negatives {
    /** None: classes are told from each other, as in DeepSEA. */
    @JsonProperty("none")
    NONE,
    /** For each labelled window one of the same GC content and split, without a labelled bin. */
    @JsonProperty("gc")
    GC,
    /** Each labelled window once more, shuffled with its dinucleotide counts kept. */
    @JsonProperty("dinucleotide-shuffle")
    DINUCLEOTIDE_SHUFFLE
  }

  public PeaksSource {
    peaks = List.copyOf(peaks);
    exclude = List.copyOf(exclude);
  }

  @JsonCreator
  static PeaksSource of(
      @JsonProperty("genome") String genome,
      @JsonProperty("peaks") List<PeakFile> peaks,
      @JsonProperty("bin") Integer bin,
      @JsonProperty("window") Integer window,
      @JsonProperty("split") SplitRule.ByChromosome split,
      @JsonProperty("exclude") List<String> exclude,
      @JsonProperty("blacklist") String blacklist,
      @JsonProperty("negatives") Negatives negatives,
      @JsonProperty("maxN") Integer maxN) {
    return new PeaksSource(
        genome == null ? "" : genome,
        peaks == null ? List.of() : peaks,
        bin == null ? 200 : bin,
        window == null ? WINDOW : window,
        split == null ? SPLIT : split,
        exclude == null ? List.of("chrX", "chrY", "chrM") : exclude,
        Optional.ofNullable(blacklist),
        negatives == null ? Negatives.NONE : negatives,
        maxN == null ? OptionalInt.empty() : OptionalInt.of(maxN));
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  @JsonIgnore
  public Set<String> files() {
    Set<String> files = new LinkedHashSet<>();
    files.add(genome);
    peaks.forEach(each -> files.add(each.file()));
    blacklist.ifPresent(files::add);
    return files;
  }

  /** The names of the classes, in order, each once. */
  public List<String> classNames() {
    return peaks.stream().map(PeakFile::name).distinct().toList();
  }

  /** nt on either side of a bin. */
  public int flank() {
    return (window - bin) / 2;
  }

  @Override
  public PeaksSource withoutPaths() {
    return new PeaksSource(
        SourceFile.name(genome),
        peaks.stream().map(p -> new PeakFile(p.name(), SourceFile.name(p.file()))).toList(),
        bin,
        window,
        split,
        exclude,
        blacklist.map(SourceFile::name),
        negatives,
        maxN);
  }

  /** The same import with windows of another length. */
  public PeaksSource withWindow(int nt) {
    return new PeaksSource(genome, peaks, bin, nt, split, exclude, blacklist, negatives, maxN);
  }

  @Override
  public void validateAdded() {
    if (window != WINDOW || !split.equals(SPLIT)) throw AddedSource.settled();
    validate();
  }

  @Override
  public void validate() {
    if (genome.isEmpty() || peaks.isEmpty()) {
      throw new SourceProblem(
          "source.file-missing",
          "There " + (genome.isEmpty() ? "is no \"genome\"." : "are no \"peaks\"."),
          "Name a genome (FASTA or 2bit) and a peak file for each experiment.");
    }
    files().forEach(SourceFile::check);
    classNames().forEach(FastaSourceCheck::checkClassName);
    if (Set.copyOf(peaks).size() < peaks.size()) {
      throw new SourceProblem(
          "peaks.file-twice", "A peak file is named twice for a class.", "Name each file once.");
    }
    boolean fits = bin >= 10 && window >= bin && window <= LONGEST_WINDOW;
    if (!fits || (window - bin) % 2 != 0) {
      throw new SourceProblem(
          "source.window",
          "The bin is " + bin + " nt and the window " + window + " nt.",
          "Choose a bin of 10 nt or more and a window of up to "
              + LONGEST_WINDOW
              + " nt with flanks of equal length: window - bin is even and not negative.");
    }
    if (maxN.orElse(0) < 0) {
      throw new SourceProblem(
          "source.max-n", "maxN is " + maxN.getAsInt() + ".", "Give 0 or more nt.");
    }
  }
}
