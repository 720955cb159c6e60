package org.motifworks.trainer.series;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.motifworks.trainer.dataset.DatasetName;
import org.motifworks.trainer.registry.InterpretationView;

/**
 * A series as the API shows it.
 *
 * @param window length of its sequences in nt
 * @param evaluation a dataset that has the frozen test split; absent in a series made for imported
 *     models, which has none
 * @param testSplitSha256 of {@code sha256sum test/labels.npy test/sequences.npy}'s output
 * @param aliases what each stands for now, by name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SeriesView(
    String name,
    List<String> classes,
    int window,
    DatasetName evaluation,
    String testSplitSha256,
    PromotionRules rules,
    List<AliasChange> aliases,
    Instant createdAt) {

  /** What {@code champion} stands for, if it was given. */
  @JsonIgnore
  public Optional<AliasChange> champion() {
    return aliases.stream().filter(alias -> alias.alias().equals(Aliases.CHAMPION)).findFirst();
  }

  /**
   * A version as the API shows it.
   *
   * @param model its id
   * @param auRoc mean over classes on the frozen test split
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Version(
      int version,
      String model,
      State state,
      List<String> aliases,
      String architecture,
      DatasetName dataset,
      Double auRoc,
      Double auPr,
      InterpretationView interpretation,
      Instant createdAt) {}

  /** Where a version is on its way; the newest judgement counts. */
  public enum State {
    AWAITING_INTERPRETATION,
    CANDIDATE,
    ACCEPTED,
    REJECTED,
    RETIRED
  }
}
