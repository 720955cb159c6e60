package org.motifworks.data.source;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Set;
import org.motifworks.core.simulation.SimulationSettings;
import org.motifworks.core.simulation.SpacerRule;

/**
 * The paper's simulated sequences: motifs of twelve factors in random background.
 *
 * @param sequences how many in all splits together
 * @param length of every sequence in nt
 * @param spacers how the gaps between motifs are drawn: as the authors' code does, or their text
 * @param seed the same seed gives the same bytes
 * @param fractions shares of the splits
 */
@JsonTypeName(SimulationSource.KIND)
public record SimulationSource(
    int sequences, int length, Spacers spacers, long seed, SplitFractions fractions)
    implements DatasetSource {

  public static final String KIND = "simulation";

  /** Fewer cannot fill three splits and twelve classes. */
  static final int FEWEST = 10;

  /** Where the gaps between motifs come from. */
  public enum Spacers {
    /** A gap may be 0 nt, as in the authors' program. */
    @JsonProperty("code")
    CODE,
    /** At least 1 nt between motifs and at the ends, as the article says. */
    @JsonProperty("text")
    TEXT
  }

  @JsonCreator
  static SimulationSource of(
      @JsonProperty("sequences") Integer sequences,
      @JsonProperty("length") Integer length,
      @JsonProperty("spacers") Spacers spacers,
      @JsonProperty("seed") Long seed,
      @JsonProperty("fractions") SplitFractions fractions) {
    return new SimulationSource(
        sequences == null ? 25_000 : sequences,
        length == null ? 200 : length,
        spacers == null ? Spacers.CODE : spacers,
        seed == null ? 1 : seed,
        fractions == null ? SplitFractions.PAPER : fractions);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Set<String> files() {
    return Set.of();
  }

  @Override
  public void validate() {
    if (sequences < FEWEST) {
      throw new SourceProblem(
          "simulation.settings",
          sequences + " sequences were asked for.",
          "Ask for " + FEWEST + " sequences or more.");
    }
    try {
      settings();
    } catch (IllegalArgumentException e) {
      throw new SourceProblem(
          "simulation.settings",
          "The simulation cannot be made: " + e.getMessage() + ".",
          "Leave a setting out to get the paper's value.",
          e);
    }
  }

  /** The same as the simulator knows it. */
  public SimulationSettings settings() {
    return new SimulationSettings(
        sequences,
        length,
        SpacerRule.valueOf(spacers.name()),
        seed,
        new org.motifworks.core.dataset.SplitFractions(
            fractions.train(), fractions.validation(), fractions.test()));
  }
}
