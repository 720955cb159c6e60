// An explanation as it is shown: the classes' scores, two pictures column over column, the strongest changes.

import {h, table} from "../dom.js";
import {fixed} from "../format.js";
import {showProblem} from "../problem.js";
import {save} from "./save.js";

const LETTERS = "ACGT";
const SHOWN = 6;

/** Every class's probability, the highest first; a click explains that class. */
export function classBars(classes, scores, chosen, choose) {
  const sorted = [...classes].sort((x, y) => scores[y] - scores[x]);
  return h("div.class-bars", {role: "group", "aria-label": "Probability of each class"}, sorted.map(name =>
    h("button", {type: "button", "aria-pressed": String(name === chosen), title: "Explain " + name, onclick: () => choose(name)},
      h("span.class", name), h("span.bar", {"aria-hidden": "true"}, h("div", {style: {width: (100 * scores[name]) + "%"}})), h("span.number", fixed(scores[name])))));
}

/** Both alleles beside each other. */
export function variantTable(classes, [reference, alternative], change) {
  const difference = name => alternative.scores[name] - reference.scores[name];
  const sorted = [...classes].sort((x, y) => Math.abs(difference(y)) - Math.abs(difference(x)));
  return h("section", {"aria-label": "Change"}, h("h3", "What " + change + " does"), table("Scores with and without " + change, [
    {title: "Class", class: "name", cell: name => name},
    {title: "As it is", number: true, cell: name => fixed(reference.scores[name])},
    {title: "With " + change, number: true, cell: name => fixed(alternative.scores[name])},
    {title: "Difference", number: true, cell: name => signed(difference(name))},
  ], sorted.slice(0, SHOWN)));
}

/** The logo above the map of substitutions, scrolled together to where it matters; the map alone for a model without a gradient. */
export function pictures(saliency, mutagenesis, length, window, file) {
  const logo = saliency ? picture(saliency.svg, "Letters that count for " + saliency.className + ", by " + saliency.rule) : null;
  const map = picture(mutagenesis.svg, "Effect of each substitution on " + mutagenesis.className);
  const strip = h("div.strip.paper", {tabindex: 0, role: "region", "aria-label": "Explanation, scrolls sideways"}, logo, map);
  map.addEventListener("load", () => requestAnimationFrame(() => showStrongest(strip, mutagenesis.effects)));
  return h("div.stack",
    h("div.line", h("h3", mutagenesis.className), h("span.number", "probability " + fixed(mutagenesis.probability)), h("span.small.soft", place(mutagenesis, length, window))),
    h("div.legend", saliency ? h("span", saliency.rule === "gradient-x-input" ? "Above: what each letter adds to the logit or takes from it." : "Above: the letters that drive the logit.") : null,
      h("span", (saliency ? "Below: what" : "What") + " another letter in its place does to it, a row a letter:"), h("span.gain", "raises"), h("span.loss", "lowers")),
    strip,
    h("div.toolbar", saliency ? downloads(saliency, "saliency", file) : null, downloads(mutagenesis, "mutagenesis", file)));
}

function place(saliency, length, window) {
  if (length > window) return "positions " + (saliency.start + 1) + "–" + saliency.end + " of " + length + ", where the class scores highest";
  return length < window ? length + " nt, filled up with N to " + window : length + " nt";
}

const picture = (svg, words) => h("img", {src: "data:image/svg+xml;charset=utf-8," + encodeURIComponent(svg), alt: words});

function downloads(explanation, way, file) {
  const name = way + "-" + explanation.className;
  const get = (format, type, end) => h("button.quiet", {type: "button",
    onclick: () => file(way, format, type).then(text => save(name + end, type, text)).catch(showProblem)}, format === "svg" ? "SVG" : "bedGraph");
  return h("span.small.soft", {class: "downloads"}, way === "saliency" ? "Saliency as " : "Mutagenesis as ",
    get("svg", "image/svg+xml", ".svg"), get("bedgraph", "text/plain", ".bedgraph"));
}

/** Scrolls to the strongest substitution: a sequence is wider than the page. */
function showStrongest(strip, effects) {
  const [best] = strongest(effects, 1);
  if (best) strip.scrollLeft = strip.scrollWidth * best.position / effects.length - strip.clientWidth / 2;
}

/** The substitutions that matter most, as G105A. */
export function substitutions(mutagenesis) {
  const name = one => mutagenesis.sequence[one.position] + (mutagenesis.start + one.position + 1) + LETTERS[one.letter];
  const list = (title, found) => found.length ? h("p.small", title, found.map(one => h("span.change", h("strong", name(one)), " ", h("span.number", signed(one.effect, 2))))) : null;
  return h("div", {"aria-label": "Strongest substitutions"},
    list("Lower the logit most: ", strongest(mutagenesis.effects, SHOWN, -1)), list("Raise it most: ", strongest(mutagenesis.effects, SHOWN, 1)));
}

/** Of one sign, or of both where none is given. */
function strongest(effects, most, sign) {
  return effects.flatMap((row, position) => row.map((effect, letter) => ({position, letter, effect})))
    .filter(one => sign ? one.effect * sign > 0 : one.effect !== 0)
    .sort((x, y) => Math.abs(y.effect) - Math.abs(x.effect)).slice(0, most);
}

const signed = (n, digits = 3) => (n > 0 ? "+" : n < 0 ? "−" : "") + Math.abs(n).toFixed(digits);
