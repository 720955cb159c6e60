// Where the model looked in single sequences, with the truth marked where it is known.

import {fill, h} from "../dom.js";
import {path} from "../api.js";
import {fixed} from "../format.js";

const AT_FIRST = 4;

export function saliencySection(ref, found) {
  const saliency = found.saliency;
  if (!saliency?.examples?.length) return null;
  const all = saliency.examples.map((example, index) => ({example, index}));
  const list = h("div");
  const classes = [...new Set(all.map(one => one.example.className))];
  const choice = h("select", h("option", {value: ""}, "all classes"), classes.map(name => h("option", {value: name}, name)));
  const more = h("button", {type: "button"}, "");
  const rules = h("select", h("option", {value: "guided"}, "guided"), saliency.plain ? h("option", {value: "plain"}, "plain gradient") : null);
  let shown = AT_FIRST;
  const draw = () => {
    const chosen = all.filter(one => !choice.value || one.example.className === choice.value);
    fill(list, chosen.slice(0, shown).map(one => exampleOf(ref, one, rules.value)));
    more.hidden = chosen.length <= shown;
    more.textContent = "Show " + (chosen.length - shown) + " more";
  };
  choice.addEventListener("change", () => {
    shown = AT_FIRST;
    draw();
  });
  rules.addEventListener("change", draw);
  more.addEventListener("click", () => {
    shown = Infinity;
    draw();
  });
  draw();
  const known = saliency.auRoc !== undefined && saliency.auRoc !== null;
  return h("section.card.stack", {"aria-label": "Saliency"},
    h("div.toolbar", h("h2", "Where it looks"), h("label", "Class", choice), h("label", "Gradient", rules),
      known ? h("span.soft.small", "AU-ROC of saliency against the embedded motifs: ", h("strong.number", fixed(saliency.auRoc)),
        saliency.auRocSd ? " ± " + fixed(saliency.auRocSd) : "", " over " + saliency.sequences + " sequences",
        saliency.plain ? "; plain gradient " + fixed(saliency.plain.auRoc) + " ± " + fixed(saliency.plain.auRocSd) : "") : null),
    h("div.legend",
      h("span", "What drives the class's logit, as letters:"),
      ["A", "C", "G", "T"].map(letter => h("span", {class: "letter " + letter.toLowerCase()}, letter)),
      all.some(one => one.example.placements?.length) ? h("span.truth", "an embedded motif: the truth") : null),
    list, h("div", more));
}

function exampleOf(ref, {example, index}, rule) {
  const auRoc = rule === "plain" ? example.plainAuRoc : example.auRoc;
  const placements = example.placements ?? [];
  const truth = placements.map(p => p.factor + " (" + p.strand + ") at " + (p.start + 1) + "–" + p.end).join(", ");
  const words = (rule === "plain" ? "Plain gradient" : "Guided saliency") + " of sequence " + example.id + " for " + example.className + (truth ? "; embedded: " + truth : "");
  const image = h("img", {src: path("models", ref, "saliency", String(index), "logo.svg") + "?rule=" + rule, alt: words, loading: "lazy"});
  const window = h("div.sequence.paper", {tabindex: 0, role: "region", "aria-label": "Sequence " + example.id + ", scrolls sideways"}, image);
  image.addEventListener("load", () => showFirst(window, placements, example.sequence.length));
  return h("div.example",
    h("div.line", h("h3", example.className), h("span.soft.small", "sequence " + example.id),
      h("span.small.number", "probability " + fixed(example.probability)),
      auRoc !== undefined && auRoc !== null ? h("span.small.number.soft", "AU-ROC " + fixed(auRoc)) : null,
      truth ? h("span.truth", truth) : null),
    window);
}

/** Scrolls to the first embedded motif: a sequence is wider than the page. */
function showFirst(window, placements, length) {
  if (!placements.length) return;
  const start = Math.min(...placements.map(p => p.start));
  window.scrollLeft = window.scrollWidth * start / length - window.clientWidth / 3;
}
