package org.motifworks.data.source;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * DeepSEA's training bundle (Zhou and Troyanskaya 2015): one-hot sequences and labels in MATLAB
 * files, already divided.
 *
 * @param train file that holds {@code trainxdata} and {@code traindata}
 * @param validation {@code validxdata} and {@code validdata}
 * @param test {@code testxdata} and {@code testdata}
 * @param labelNames text file that names the label columns, one a line, in order
 * @param classes the columns wanted; the paper's twelve factors unless named
 * @param keep which sequences are taken
 * @param channels the nucleotides in the order of the one-hot channels
 */
@JsonTypeName(DeepSeaSource.KIND)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DeepSeaSource(
    String train,
    String validation,
    String test,
    Optional<String> labelNames,
    List<LabelColumn> classes,
    Keep keep,
    String channels)
    implements DatasetSource {

  public static final String KIND = "deepsea";

  /** The twelve factors of Koo and Eddy 2019, by DeepSEA's columns. */
  static final List<LabelColumn> PAPER =
      List.of(
          LabelColumn.of("ARID3A", 592),
          LabelColumn.of("CEBPB", 602),
          LabelColumn.of("FOSL1", 344),
          LabelColumn.of("GABPA", 345),
          LabelColumn.of("MAFK", 635),
          LabelColumn.of("MAX", 636),
          LabelColumn.of("MEF2A", 349),
          LabelColumn.of("NFYB", 642),
          LabelColumn.of("SP1", 359),
          LabelColumn.of("SRF", 361),
          LabelColumn.of("STAT1", 661),
          LabelColumn.of("YY1", 369));

  /** Which sequences of the files are taken. */
  public enum Keep {
    /** Those of at least one of the classes, as in the paper. */
    @JsonProperty("labelled")
    LABELLED,
    @JsonProperty("all")
    ALL
  }

  public DeepSeaSource {
    classes = List.copyOf(classes);
  }

  @JsonCreator
  static DeepSeaSource of(
      @JsonProperty("train") String train,
      @JsonProperty("validation") String validation,
      @JsonProperty("test") String test,
      @JsonProperty("labelNames") String labelNames,
      @JsonProperty("classes") List<LabelColumn> classes,
      @JsonProperty("keep") Keep keep,
      @JsonProperty("channels") String channels) {
    return new DeepSeaSource(
        train == null ? "" : train,
        validation == null ? "" : validation,
        test == null ? "" : test,
        Optional.ofNullable(labelNames),
        classes == null || classes.isEmpty() ? PAPER : classes,
        keep == null ? Keep.LABELLED : keep,
        channels == null ? "AGCT" : channels.toUpperCase(Locale.ROOT));
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  @JsonIgnore
  public Set<String> files() {
    Set<String> files = new LinkedHashSet<>(List.of(train, validation, test));
    labelNames.ifPresent(files::add);
    return files;
  }

  @Override
  public DeepSeaSource withoutPaths() {
    UnaryOperator<String> name = SourceFile::name;
    return new DeepSeaSource(
        name.apply(train),
        name.apply(validation),
        name.apply(test),
        labelNames.map(name),
        classes,
        keep,
        channels);
  }

  @Override
  public void validate() {
    if (train.isEmpty() || validation.isEmpty() || test.isEmpty()) {
      throw new SourceProblem(
          "source.file-missing",
          "DeepSEA's data are three files, and not all of them are named.",
          "Name \"train\", \"validation\" and \"test\".");
    }
    files().forEach(SourceFile::check);
    if (files().size() < (labelNames.isPresent() ? 4 : 3)) {
      throw new SourceProblem(
          "source.file-twice", "A file is named twice.", "Name a file for each purpose.");
    }
    for (LabelColumn each : classes) {
      each.name().ifPresent(FastaSourceCheck::checkClassName);
      boolean byName = !each.all() && each.number().isEmpty();
      if (each.column().isEmpty() || byName && labelNames.isEmpty()) {
        throw new SourceProblem(
            "labels.column",
            "'" + each.column() + "' is no column, for there is no file of their names.",
            "Give columns by number, counted from 0, or name the file as \"labelNames\".");
      }
    }
    boolean all = classes.stream().anyMatch(LabelColumn::all);
    if (all && classes.size() > 1) {
      throw new SourceProblem(
          "labels.column", "All columns and some are asked for.", "Ask for '*' or for columns.");
    }
    boolean permutation = channels.chars().sorted().boxed().toList().equals(SORTED);
    if (!permutation) {
      throw new SourceProblem(
          "deepsea.channels",
          "The channels are '" + channels + "'.",
          "Give A, C, G and T in the order of the file's channels; DeepSEA's is AGCT.");
    }
  }

  private static final List<Integer> SORTED = "ACGT".chars().boxed().toList();
}
