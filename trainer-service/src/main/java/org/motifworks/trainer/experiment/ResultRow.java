package org.motifworks.trainer.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.motifworks.contracts.interpretation.ClipRule;
import org.motifworks.contracts.interpretation.FilterRule;
import org.motifworks.core.simulation.PaperTable1;

/**
 * One architecture. Every figure is a mean over its trials; {@code ...TrialSd} is the standard
 * deviation over trials (divisor n - 1), absent with fewer than two.
 *
 * @param trials that ended in a model
 * @param interpretedTrials whose filters were matched, too: what the filters' figures are means of
 * @param auRoc mean over classes on the test split
 * @param auRocSd standard deviation over classes (divisor n), as in the paper's table
 * @param jasparMatchPercent by the primary rule and clip, as is {@code relevantMatchPercent}
 * @param coveredFactors factors that at least one filter matches, likewise
 * @param deadFilters that never fired on the test split
 * @param duplicateFilters that learned another's motif, one of each group not counted
 * @param reverseComplementFilters likewise on the opposite strand
 * @param perClass means over trials
 * @param matches by both rules and both clips
 * @param paper the paper's row, where it has one for these classes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ResultRow(
    String architecture,
    int trials,
    int interpretedTrials,
    Double filters,
    Double auRoc,
    Double auRocSd,
    Double auRocTrialSd,
    Double auPr,
    Double auPrSd,
    Double auPrTrialSd,
    Double jasparMatchPercent,
    Double jasparMatchTrialSd,
    Double relevantMatchPercent,
    Double relevantMatchTrialSd,
    Double coveredFactors,
    Double deadFilters,
    Double duplicateFilters,
    Double reverseComplementFilters,
    Double saliencyAuRoc,
    List<ClassRow> perClass,
    List<MatchRow> matches,
    PaperTable1.Row paper) {

  /** One class; null where undefined. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ClassRow(
      String name, Double auRoc, Double auRocTrialSd, Double auPr, Double auPrTrialSd) {}

  /**
   * The last two columns of the paper's table by one rule and clip.
   *
   * @param filtersOfFactor filters that match each factor; one counts at every factor it matches
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record MatchRow(
      FilterRule rule,
      ClipRule clip,
      Double jasparMatchPercent,
      Double jasparMatchTrialSd,
      Double relevantMatchPercent,
      Double relevantMatchTrialSd,
      Double coveredFactors,
      Map<String, Double> filtersOfFactor) {}
}
