// Matches as pairs of logos, the target beneath the query as they were aligned.

import {fill, h} from "../dom.js";
import {small} from "../format.js";

const SHOWN = 30;

const ORDERS = {
  "by query": (a, b) => a.place - b.place,
  "most significant first": (a, b) => a.match.pValue - b.match.pValue,
  "by name of the match": (a, b) => label(a.match).localeCompare(label(b.match)),
  "most information covered first": (a, b) => (b.match.coverage ?? 0) - (a.match.coverage ?? 0),
  "longest overlap first": (a, b) => b.match.overlap - a.match.overlap,
};

const label = match => match.targetName || match.targetId;

/** A list that can be put in order; `several` when the matches belong to more than one query. */
export function pairs(queries) {
  const all = queries.flatMap(query => query.matches.map(match => ({query, match}))).map((pair, place) => ({...pair, place}));
  const several = queries.length > 1;
  const list = h("ol.pairs");
  const order = h("select", Object.keys(ORDERS).filter(name => several || name !== "by query").map(name => h("option", name)));
  const more = h("button", {type: "button"});
  let shown = SHOWN;
  const draw = () => {
    const sorted = [...all].sort((a, b) => ORDERS[order.value](a, b) || a.place - b.place);
    fill(list, sorted.slice(0, shown).map(pair => pairItem(pair, several)));
    more.hidden = all.length <= shown;
    more.textContent = "Show " + Math.min(SHOWN, all.length - shown) + " more";
  };
  order.addEventListener("change", draw);
  more.addEventListener("click", () => {
    shown += SHOWN;
    draw();
    list.children[shown - SHOWN]?.focus();
  });
  draw();
  return [all.length > 1 ? h("div.toolbar", h("label", "Order", order)) : null, list, more];
}

function pairItem({query, match}, several) {
  const words = "Logo of " + query.id + " over " + label(match) + (match.strand === "-" ? ", reverse complement" : "");
  return h("li.pair", {tabindex: -1, "aria-label": (several ? query.id + ": " : "") + label(match)},
    match.svg ? h("div.paper", h("img", {src: "data:image/svg+xml;charset=utf-8," + encodeURIComponent(match.svg), alt: words})) : null,
    h("div.pair-facts",
      h("h3", several ? h("span.soft", query.id, " → ") : null, label(match), " ", h("span.soft.mono", match.targetName ? match.targetId : "")),
      h("dl",
        fact(h("i", "p"), small(match.pValue)), fact(h("i", "E"), small(match.eValue)), fact(h("i", "q"), small(match.qValue)),
        fact("Overlap", match.overlap + " nt"),
        fact("Strand", match.strand === "-" ? "−" : "+")),
      coverage(match)));
}

const fact = (name, value) => h("div", h("dt", name), h("dd", value));

/** How much of a known motif's information lies under the query, as a bar and in words. */
export function coverage(match, name = label(match)) {
  if (match.coverage === undefined || match.coverage === null) return null;
  const percent = Math.round(100 * match.coverage);
  return h("div.coverage",
    h("div.bar", {"aria-hidden": "true"}, h("div", {class: match.partial ? "partial" : null, style: {width: percent + "%"}})),
    h("span", "covers " + percent + " % of " + name + (match.partial ? ", a part" : "")));
}
