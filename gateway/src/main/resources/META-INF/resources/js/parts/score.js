// Scoring pasted sequences with a model.

import {fill, h} from "../dom.js";
import {path, postForLines} from "../api.js";
import {fixed} from "../format.js";
import {clearProblem, showProblem} from "../problem.js";

const MOST_ROWS = 200;

export function scoreBox(ref, model) {
  const text = h("textarea", {rows: 6, spellcheck: "false", "aria-label": "Sequences", autocapitalize: "off",
    placeholder: ">first\nACGTACGT…\n>second\nTTGACGTCA…\n\nor plain sequences, one a line"});
  const button = h("button.primary", {type: "submit"}, "Score");
  const result = h("div", {"aria-live": "polite"});
  return h("section.card.stack", {"aria-label": "Score sequences"},
    h("div.card-head", h("h2", "Score sequences"), h("span.end.soft.small", "this model reads " + model.window + " nt")),
    h("form.stack", {onsubmit: async event => {
      event.preventDefault();
      if (!text.value.trim()) return text.focus();
      button.disabled = true;
      clearProblem();
      try {
        await score(ref, model, text.value, result);
      } catch (problem) {
        showProblem(problem);
        scrollTo({top: 0, behavior: "smooth"});
      }
      button.disabled = false;
    }}, text, h("div", button)),
    result);
}

/** Plain sequences become FASTA: one a line. */
export function asFasta(text) {
  const trimmed = text.trim();
  if (trimmed.startsWith(">")) return trimmed + "\n";
  return trimmed.split(/\s*\n\s*/).filter(Boolean).map((line, i) => ">sequence-" + (i + 1) + "\n" + line.replaceAll(/\s/g, "") + "\n").join("");
}

async function score(ref, model, text, result) {
  const body = h("tbody");
  const note = h("p.soft.small", "Scoring…");
  fill(result, note, h("div.scroll", h("table", {"aria-label": "Scores"},
    h("thead", h("tr", h("th", {scope: "col"}, "Sequence"), model.classes.map(name => h("th", {scope: "col"}, name)))), body)));
  let rows = 0;
  let end = null;
  await postForLines(path("models", ref, "score"), "text/x-fasta", asFasta(text), line => {
    if (line.count !== undefined && line.scores === undefined) end = line;
    else if (rows++ < MOST_ROWS) body.append(row(line, model.classes));
  });
  note.textContent = end === null ? "The answer broke off; these are the sequences that were scored."
    : end.count + (end.count === 1 ? " sequence" : " sequences") + (end.errors ? ", " + end.errors + " not scored" : "")
      + (rows > MOST_ROWS ? "; the first " + MOST_ROWS + " are shown" : "") + ". Probability of each class:";
}

function row(line, classes) {
  if (line.error) {
    return h("tr", h("td.name", line.id ?? "–"), h("td", {colspan: classes.length}, h("span.soft", line.error.detail ?? line.error.code)));
  }
  const highest = Math.max(...classes.map(name => line.scores[name]));
  return h("tr", h("td.name", line.id), classes.map(name => {
    const p = line.scores[name];
    return h("td.score-cell", h(p === highest ? "strong.number" : "span.number", fixed(p)),
      h("div.bar", {"aria-hidden": "true"}, h("div", {style: {width: (100 * p) + "%"}})));
  }));
}
