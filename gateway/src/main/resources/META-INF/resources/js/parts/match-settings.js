// How motifs are compared: Tomtom's options, with its defaults.

import {h} from "../dom.js";
import {field, numberInput} from "./form.js";

export const distanceSelect = () => h("select", {name: "distance"},
  h("option", {value: "ed"}, "Euclidean distance"), h("option", {value: "pearson"}, "Pearson correlation"));

/** What people mostly change stands open, the rest is folded away. */
export function matchSettings() {
  const check = (name, words) => h("label.check.wide", h("input", {type: "checkbox", name, checked: true}), words);
  return [
    h("div.wide.fields-inner", field("Column score", distanceSelect()),
    field("Report matches by", h("select", {name: "threshold"}, h("option", {value: "eValue"}, "E-value, at most"), h("option", {value: "qValue"}, "q-value, at most"))),
    field("Limit", numberInput("limit", 0.1, 0, 100000, "any"))),
    h("details.wide", h("summary", "Further settings"), h("div.fields-inner",
      field("Least overlap, in columns", numberInput("minOverlap", 1, 1, 100)),
      field("Pseudo-count", numberInput("pseudoCount", 0.1, 0, 1000000, "any")),
      check("reverseComplements", "Both strands: compare with the reverse complements too"),
      check("completeScores", "Complete scores: columns that do not overlap count against a match"))),
  ];
}

/** The form's values as POST /v1/motif-matches takes them. */
export const settingsOf = data => ({
  distance: data.get("distance"),
  [data.get("threshold")]: Number(data.get("limit")),
  minOverlap: Number(data.get("minOverlap")),
  pseudoCount: Number(data.get("pseudoCount")),
  reverseComplements: data.has("reverseComplements"),
  completeScores: data.has("completeScores"),
});
