// What a model must do to become champion, in words.

import {fixed} from "../format.js";

const NAMES = {
  minimumAuRoc: "AU-ROC", auRocTolerance: "AU-ROC beside the champion's", auPrTolerance: "AU-PR beside the champion's",
  interpreted: "Interpreted", maximumDeadFiltersPercent: "Dead filters", relevantMatchTolerance: "Relevant matches",
  keptMotifsPercent: "Motifs kept",
};

/** A rule's name as a label. */
export const ruleName = rule => NAMES[rule] ?? rule;

/** Why a model was rejected, `keptMotifsPercent: 3 of 4 …`, with the rule in words. */
export const reasonWords = reason => reason.replace(/^[A-Za-z]+(?=: )/, ruleName);

/** The rules of a series as sentences, in the order they are applied. */
export function ruleSentences(rules) {
  const interval = "the " + Math.round(1000 * rules.confidence) / 10 + " % interval of the difference (" + rules.resamples + " resamples) may reach no lower";
  return [
    "Its mean AU-ROC is " + fixed(rules.minimumAuRoc) + " or more.",
    "Its mean AU-ROC is at most " + fixed(rules.auRocTolerance) + " below the champion's: " + interval + ".",
    "Its mean AU-PR is at most " + fixed(rules.auPrTolerance) + " below the champion's, by the same interval.",
    "Its filters could be interpreted.",
    "At most " + rules.maximumDeadFiltersPercent + " % of its filters are dead.",
    "Its share of filters that match a factor of the data is at most " + rules.relevantMatchTolerance + " points below the champion's.",
    "It has found at least " + rules.keptMotifsPercent + " % of the champion's motifs again.",
  ];
}
