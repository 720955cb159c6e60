// What a matching found: how much, against what and by what; the pairs; files of it.

import {h} from "../dom.js";
import {count, small} from "../format.js";
import {showProblem} from "../problem.js";
import {pairs} from "./pairs.js";
import {save} from "./save.js";

const DISTANCES = {ed: "Euclidean distance", pearson: "Pearson correlation"};

/** `table` promises the same matches as Tomtom's table. */
export function matchResult(answer, table) {
  const any = answer.counts.withMatch > 0;
  const saveTable = () => table().then(text => save("matches.tsv", "text/tab-separated-values", text)).catch(showProblem);
  const saveJson = () => save("matches.json", "application/json", JSON.stringify(answer, null, 2));
  return [
    answer.rejected.length ? rejected(answer.rejected) : null,
    h("section.card.stack", {"aria-label": "Matches"},
      h("div.head", h("h2.grow", headline(answer.counts)),
        h("button", {type: "button", onclick: saveTable}, "Download TSV"), h("button", {type: "button", onclick: saveJson}, "Download JSON")),
      h("p.soft.small", scope(answer)),
      answer.groups.length ? h("ul.small.plain", answer.groups.map(group => h("li", groupWords(group)))) : null,
      any ? pairs(answer.queries) : h("p.empty", "Nothing resembles them within the limit. A larger limit shows weaker matches.")),
  ];
}

function headline(counts) {
  if (counts.motifs === 1) return counts.withMatch ? "It matches" : "No match";
  return counts.withMatch + " of " + counts.motifs + " motifs match";
}

/** Figures of different distances cannot be compared, so the distance is always named. */
export function scope({settings, database}) {
  const limit = settings.eValue !== undefined ? "E ≤ " + small(settings.eValue) : "q ≤ " + small(settings.qValue);
  return [
    database.name + " (" + count(database.motifs) + (database.motifs === 1 ? " motif)" : " motifs)"),
    "by " + DISTANCES[settings.distance], limit,
    settings.completeScores ? null : "incomplete scores",
    settings.minOverlap > 1 ? "overlap of at least " + settings.minOverlap : null,
    settings.reverseComplements ? null : "one strand",
  ].filter(Boolean).join(", ") + ".";
}

function groupWords(group) {
  return group.members.slice(1).map(member => member.id + (member.strand === "-" ? " is the reverse complement of " : " is a duplicate of ")
    + group.representative).join("; ") + ".";
}

const rejected = motifs => h("div.problem.warn", {role: "status"}, h("div",
  h("h3", motifs.length === 1 ? "A motif was left out" : motifs.length + " motifs were left out"),
  motifs.map(one => h("p", "Line " + one.line + ": " + (one.id ? one.id + ", " : "") + one.reason))));
