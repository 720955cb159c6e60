package org.motifworks.trainer.gate;

import org.motifworks.trainer.series.PromotionRules;

/**
 * What the job of a judgement holds.
 *
 * @param version of the candidate in the series
 * @param rules as they were when the judgement was asked for
 */
record JudgementJob(
    String series, int version, String model, PromotionRules rules, String actor, String reason) {

  static final String KIND = "judgement";
}
