// Why the model scores one pasted sequence as it does: scores, the letters that count, every substitution.

import {fill, h} from "../dom.js";
import {path, postForLines, postForText, postJson} from "../api.js";
import {clearProblem, problemCard} from "../problem.js";
import {field} from "./form.js";
import {classBars, pictures, substitutions, variantTable} from "./explanation.js";
import {oneSequence, withChange} from "./one-sequence.js";

const RULES = {guided: "guided gradient", plain: "plain gradient", "gradient-x-input": "gradient × input"};
const ANY_LENGTH = "?shorter=pad&longer=max";

/** `examples()` gives the model's own examples once they are known: {sequence, className}. */
export function explainBox(ref, model, examples, signal) {
  const text = h("textarea", {rows: 4, spellcheck: "false", autocapitalize: "off", "aria-label": "Sequence", placeholder: "ACGTTGCATGCC… (or one FASTA record)"});
  const change = h("input", {autocomplete: "off", spellcheck: "false", placeholder: "such as G105A", "aria-label": "Change"});
  const rule = h("select", Object.entries(RULES).map(([value, words]) => h("option", {value}, words)));
  const choice = h("select", h("option", {value: ""}, "the highest scoring"), model.classes.map(name => h("option", {value: name}, name)));
  const button = h("button.primary", {type: "submit"}, "Explain");
  const result = h("div.stack", {"aria-live": "polite"});
  let turn = 0;

  const explain = async () => {
    const mine = ++turn;
    const sequence = oneSequence(text.value);
    const changed = change.value.trim() ? withChange(sequence, change.value.trim()) : null;
    result.setAttribute("aria-busy", "true");
    try {
      const rows = await scores(ref, changed ? [sequence, changed] : [sequence], signal);
      const highest = [...model.classes].sort((x, y) => rows[0].scores[y] - rows[0].scores[x])[0];
      const name = choice.value || highest;
      const ask = {mutagenesis: {sequence, class: name}, ...(model.imported ? {} : {saliency: {sequence, class: name, rule: rule.value}})};
      const [mutagenesis, saliency] = await Promise.all(
        Object.entries(ask).map(([way, body]) => postJson(path("models", ref, way) + ANY_LENGTH, body, signal)));
      const file = (way, format, type) => postForText(path("models", ref, way) + ANY_LENGTH + "&format=" + format, ask[way], type);
      if (mine !== turn) return; // another has been asked for meanwhile
      fill(result,
        changed ? variantTable(model.classes, rows, change.value.trim().toUpperCase()) : null,
        classBars(model.classes, rows[0].scores, name, other => {
          choice.value = other;
          run();
        }),
        pictures(saliency, mutagenesis, sequence.length, model.window, file),
        substitutions(mutagenesis));
    } finally {
      if (mine === turn) result.removeAttribute("aria-busy");
    }
  };
  const run = async () => {
    if (!text.value.trim()) return text.focus();
    button.disabled = true;
    clearProblem();
    try {
      await explain();
    } catch (problem) {
      if (problem.name !== "AbortError") fill(result, problemCard(problem));
    }
    button.disabled = false;
  };
  for (const select of [rule, choice]) select.addEventListener("change", () => result.childElementCount && run());
  return h("section.card.stack", {"aria-label": "Explain a sequence"},
    h("div.card-head", h("h2", "Explain a sequence"), h("span.end.soft.small", "this model reads " + model.window + " nt; of a longer one its best window is explained")),
    h("form.stack", {onsubmit: event => {
      event.preventDefault();
      run();
    }}, text, h("div.fields-row", field("Class", choice), model.imported ? null : field("Rule", rule), field("Compare with a change (optional)", change)),
    h("div.toolbar", button, h("button.quiet", {type: "button", onclick: () => {
      const all = examples();
      const example = all[Math.floor(Math.random() * all.length)];
      if (!example) return;
      text.value = example.sequence;
      choice.value = example.className;
      change.value = "";
      run();
    }}, "Put a test sequence in"))),
    result);
}

/** Each sequence's scores; a sequence that cannot be scored is a problem. */
async function scores(ref, sequences, signal) {
  const rows = [];
  const lines = sequences.map(sequence => sequence + "\n").join("");
  await postForLines(path("models", ref, "score") + ANY_LENGTH + "&input=lines", "text/plain", lines, line => {
    if (line.error) throw Object.assign(new Error(line.error.detail), {title: "The sequence cannot be scored", ...line.error});
    if (line.scores) rows.push(line);
  }, signal);
  return rows;
}
