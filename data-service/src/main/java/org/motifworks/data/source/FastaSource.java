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
 * Labelled sequences from FASTA files, uploaded or named by path: one file a class, or any files
 * and a label table.
 *
 * @param classes a FASTA file for each class, in the dataset's class order; empty with a table
 * @param labels name of the label table, if that is how sequences are labelled
 * @param sequences FASTA files the table is about; empty: all uploaded files but the table
 * @param window nt kept about the centre of each sequence; without it all must have one length
 * @param split who goes where
 * @param negatives sequences without any label to be added
 * @param onInvalid what a record that cannot be used does to the import
 * @param maxNRun sequences with a longer run of N are left out; without it they are only reported
 */
@JsonTypeName(FastaSource.KIND)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FastaSource(
    List<FastaClass> classes,
    Optional<String> labels,
    List<String> sequences,
    OptionalInt window,
    SplitRule split,
    Negatives negatives,
    OnInvalid onInvalid,
    OptionalInt maxNRun)
    implements AddedSource {

  public static final String KIND = "fasta";

  static final int LONGEST_WINDOW = 1_000_000;

  /** Sequences without a label. */
  public enum Negatives {
    @JsonProperty("none")
    NONE,
    /** Each labelled sequence once more, shuffled with its dinucleotide counts kept. */
    @JsonProperty("dinucleotide-shuffle")
    DINUCLEOTIDE_SHUFFLE
  }

  /** What happens at a record that cannot be used. */
  public enum OnInvalid {
    @JsonProperty("fail")
    FAIL,
    /** It is left out and counted. */
    @JsonProperty("skip")
    SKIP
  }

  public FastaSource {
    classes = List.copyOf(classes);
    sequences = List.copyOf(sequences);
  }

  @JsonCreator
  static FastaSource of(
      @JsonProperty("classes") List<FastaClass> classes,
      @JsonProperty("labels") String labels,
      @JsonProperty("sequences") List<String> sequences,
      @JsonProperty("window") Integer window,
      @JsonProperty("split") SplitRule split,
      @JsonProperty("negatives") Negatives negatives,
      @JsonProperty("onInvalid") OnInvalid onInvalid,
      @JsonProperty("maxNRun") Integer maxNRun) {
    return new FastaSource(
        classes == null ? List.of() : classes,
        Optional.ofNullable(labels),
        sequences == null ? List.of() : sequences,
        optional(window),
        split == null ? SplitRule.DEFAULT : split,
        negatives == null ? Negatives.NONE : negatives,
        onInvalid == null ? OnInvalid.FAIL : onInvalid,
        optional(maxNRun));
  }

  private static OptionalInt optional(Integer value) {
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  @JsonIgnore
  public Set<String> files() {
    Set<String> files = new LinkedHashSet<>();
    classes.forEach(each -> files.add(each.file()));
    files.addAll(sequences);
    labels.ifPresent(files::add);
    return files;
  }

  /** The names of the classes that have one, in order, each once. */
  public List<String> classNames() {
    return classes.stream().flatMap(each -> each.name().stream()).distinct().toList();
  }

  /** The same import with the table's FASTA files named. */
  public FastaSource withSequences(List<String> files) {
    return new FastaSource(classes, labels, files, window, split, negatives, onInvalid, maxNRun);
  }

  /** The same import with every sequence cut to a window. */
  public FastaSource withWindow(int nt) {
    return new FastaSource(
        classes, labels, sequences, OptionalInt.of(nt), split, negatives, onInvalid, maxNRun);
  }

  @Override
  public FastaSource withoutPaths() {
    return new FastaSource(
        classes.stream()
            .map(each -> new FastaClass(each.name(), SourceFile.name(each.file())))
            .toList(),
        labels.map(SourceFile::name),
        sequences.stream().map(SourceFile::name).toList(),
        window,
        split,
        negatives,
        onInvalid,
        maxNRun);
  }

  @Override
  public void validate() {
    new FastaSourceCheck(this).run();
  }

  @Override
  public void validateAdded() {
    new FastaSourceCheck(this).runAdded();
    if (window.isPresent() || !split.equals(SplitRule.DEFAULT)) throw AddedSource.settled();
  }
}
