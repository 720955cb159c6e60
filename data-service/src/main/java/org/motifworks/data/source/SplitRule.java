package org.motifworks.data.source;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** Which split a sequence belongs to. JSON tells the rules apart by {@code by}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "by")
@JsonSubTypes({
  @JsonSubTypes.Type(value = SplitRule.BySeed.class, name = "seed"),
  @JsonSubTypes.Type(value = SplitRule.ByChromosome.class, name = "chromosome")
})
public sealed interface SplitRule {

  /** The paper's shares, seed 1. */
  SplitRule DEFAULT = new BySeed(1, SplitFractions.PAPER);

  /** Seeds whatever is drawn at random in the import, shuffled negatives too. */
  long seed();

  /**
   * By a hash of seed and content: a sequence falls into the same split whatever else is in the
   * file, and so does its reverse complement. The shares are met on average, not exactly.
   */
  record BySeed(long seed, SplitFractions fractions) implements SplitRule {
    @JsonCreator
    static BySeed of(
        @JsonProperty("seed") Long seed, @JsonProperty("fractions") SplitFractions fractions) {
      return new BySeed(
          seed == null ? 1 : seed, fractions == null ? SplitFractions.PAPER : fractions);
    }
  }

  /**
   * By the chromosome in the sequence's id, such as {@code chr8:1200-1400}; {@code chr8} and {@code
   * 8} are the same.
   *
   * @param validation chromosomes of the validation split
   * @param test chromosomes of the test split; all others are for training
   */
  record ByChromosome(List<String> validation, List<String> test, long seed) implements SplitRule {
    public ByChromosome {
      validation = List.copyOf(validation);
      test = List.copyOf(test);
      if (validation.isEmpty() || test.isEmpty()) {
        throw new SourceProblem(
            "split.no-chromosomes",
            "A split by chromosome needs chromosomes for validation and for test.",
            "Name at least one for each, such as \"validation\": [\"chr7\"], \"test\": [\"chr8\","
                + " \"chr9\"].");
      }
      for (String chromosome : test) {
        if (validation.contains(chromosome)) {
          throw new SourceProblem(
              "split.chromosome-twice",
              "Chromosome " + chromosome + " is named for validation and for test.",
              "Name it for one of them.");
        }
      }
    }

    @JsonCreator
    static ByChromosome of(
        @JsonProperty("validation") List<String> validation,
        @JsonProperty("test") List<String> test,
        @JsonProperty("seed") Long seed) {
      return new ByChromosome(
          validation == null ? List.of() : validation,
          test == null ? List.of() : test,
          seed == null ? 1 : seed);
    }
  }
}
