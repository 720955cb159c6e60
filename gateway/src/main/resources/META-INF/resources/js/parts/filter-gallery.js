// Every filter as a logo with its best match aligned beneath.

import {fill, h} from "../dom.js";
import {path} from "../api.js";
import {count, fixed, small} from "../format.js";
import {coverage} from "./pairs.js";
import {sameAs} from "./same-filters.js";
import {showSimilar} from "./similar.js";

const best = filter => filter.matches?.[0];
const relevant = filter => (filter.matches ?? []).find(m => m.relevantFactor);

const ORDERS = {
  "best match first": (a, b) => (best(a)?.eValue ?? Infinity) - (best(b)?.eValue ?? Infinity),
  "most sites first": (a, b) => b.sites - a.sites,
  "most information first": (a, b) => b.informationBits - a.informationBits,
  "filter number": (a, b) => a.filter - b.filter,
};

const CHOICES = {
  all: () => true,
  relevant: filter => Boolean(relevant(filter)),
  matched: filter => Boolean(best(filter)),
  parts: filter => Boolean(best(filter)?.partial),
  unmatched: filter => !filter.dead && !best(filter),
  dead: filter => filter.dead,
};

/** Of the first layer, or of one of found.deeperLayers. */
export function filterGallery(ref, found, layer = null) {
  const {filters} = layer ?? found;
  const title = layer ? "Filters of layer " + layer.layer : "Filters";
  const grid = h("ul.gallery");
  const none = h("p.empty", {hidden: true}, "No filter is of that kind.");
  let choice = "all";
  const order = h("select", Object.keys(ORDERS).map(name => h("option", name)));
  const choices = h("div.segments", {role: "group", "aria-label": "Which filters"});
  const cards = new Map(filters.map(filter => [filter, card(ref, filter, found, layer)]));

  const draw = () => {
    const compare = ORDERS[order.value];
    const shown = filters.filter(CHOICES[choice])
      .sort((a, b) => a.dead - b.dead || compare(a, b) || a.filter - b.filter);
    fill(grid, shown.map(filter => cards.get(filter)));
    none.hidden = shown.length > 0;
    fill(choices, Object.keys(CHOICES).map(name => h("button",
      {type: "button", "aria-pressed": String(name === choice), onclick: () => {
        choice = name;
        draw();
      }}, name + " " + filters.filter(CHOICES[name]).length)));
  };
  order.addEventListener("change", draw);
  draw();
  return h("section.card.stack", {"aria-label": title},
    h("div.toolbar", h("h2", title), choices, h("label", "Order", order)),
    h("p.soft.small", "The upper logo is the filter, from the test sequences that excite it; the lower one is its best match in JASPAR, aligned as it was matched. " + (layer ? "Nothing was pooled before this layer, so each filter is read over the " + layer.receptiveField + " nt it sees. " : "") + learned(filters)),
    grid, none);
}

/** Whether the layer holds whole motifs or parts, and how often the same one. */
function learned(filters) {
  const matched = filters.filter(filter => best(filter)?.coverage !== undefined);
  if (!matched.length) return "";
  const parts = matched.filter(filter => best(filter).partial).length;
  const repeats = filters.filter(filter => filter.group && filter.group.representative !== filter.filter).length;
  return matched.length - parts + " cover their best match whole, " + parts + " a part of it; "
    + (repeats ? repeats + (repeats > 1 ? " repeat" : " repeats") + " another filter." : "none repeats another.");
}

function card(ref, filter, found, layer) {
  const match = best(filter);
  if (filter.dead || !filter.matrix.length) {
    const words = filter.dead ? "dead" : "no motif";
    return h("li.filter.dead", {"aria-label": "Filter " + filter.filter + ", " + words},
      h("header", h("h3", "Filter " + filter.filter), h("span.badge", words)),
      h("div.paper", filter.dead ? "It never fires on the test sequences, so it has no motif."
        : "It fires only where no whole window fits, so it has no motif."));
  }
  const source = path("models", ref, "filters", String(filter.filter), "logo.svg") + "?layer=" + (layer?.layer ?? 1) + (match ? "&match=0" : "");
  const words = "Logo of filter " + filter.filter + ", consensus " + filter.consensus + (match ? ", over its best match " + match.targetName : "");
  return h("li.filter", {"aria-label": "Filter " + filter.filter},
    h("header", h("h3", "Filter " + filter.filter), kind(filter)),
    h("div.paper", h("img", {src: source, alt: words, loading: "lazy"})),
    match ? h("dl",
      h("div", h("dt", "Best match"), h("dd", {title: match.targetId + " on strand " + match.strand}, match.targetName)),
      h("div", h("dt", "p"), h("dd", small(match.pValue))),
      h("div", h("dt", "E"), h("dd", small(match.eValue))),
      h("div", h("dt", "Sites"), h("dd", count(filter.sites))))
      : h("dl",
        h("div", h("dt", "Best match"), h("dd.soft", "none")),
        h("div", h("dt", "Information"), h("dd", fixed(filter.informationBits, 1) + " bits")),
        h("div", h("dt", "Sites"), h("dd", count(filter.sites)))),
    match ? coverage(match) : null,
    h("footer", h("span.soft", sameAs(filter, (layer ?? found).filters).join("; ")),
      layer ? null : h("button", {type: "button", "aria-haspopup": "dialog", "aria-label": "Motifs similar to filter " + filter.filter,
        onclick: () => showSimilar(ref, filter, found)}, "Similar motifs")));
}

function kind(filter) {
  const own = relevant(filter);
  if (own) return h("span.badge.good", {title: "Matches a factor of the dataset: " + own.targetId}, own.relevantFactor);
  return best(filter) ? h("span.badge.warn", {title: "Matches a motif, but none of the dataset's factors"}, "other motif") : h("span.badge", "no match");
}
