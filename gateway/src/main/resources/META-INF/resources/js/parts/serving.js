// What happens to the champion in use: how far its sequences have drifted, what its shadow would have said.

import {figures, h, table} from "../dom.js";
import {count, fixed, percent} from "../format.js";

export function servingCard(name, drift, shadow, policy) {
  if (!drift) return null;
  return h("section.card.stack", {"aria-label": "In use"},
    h("div.card-head", h("h2", "The champion in use"), h("span.end.soft.small", "as the replica that answers has seen it of late")),
    driftPart(drift, policy), shadowPart(name, shadow));
}

function driftPart(drift, policy) {
  const bits = value => value === undefined || value === null ? null : fixed(value) + " bits";
  if (drift.sequences < drift.minimum) {
    return h("p", h("strong", "Drift: "), drift.sequences ? count(drift.sequences) + " of the " + count(drift.minimum) + " sequences that a figure needs have been looked at."
      : "no sequence has been scored of late. Every fourth of those that come is looked at.");
  }
  const largest = Math.max(drift.kmers ?? 0, drift.scores ?? 0);
  const above = policy?.driftAbove;
  return h("div.stack", figures([["Drift of 4-mers", bits(drift.kmers)], ["Drift of scores", bits(drift.scores)], ["Sequences looked at", count(drift.sequences)]]),
    h("p.soft.small", "Jensen-Shannon divergence from what it was trained on: 0 for equal shares, 1 for nothing in common. ",
      above === undefined || above === null ? "No policy asks for new training because of it."
        : largest > above ? h("strong", "Past " + above + " bits, where the policy has it trained again.") : "The policy has it trained again past " + above + " bits."));
}

function shadowPart(name, shadow) {
  if (!shadow?.shadow) return h("p", h("strong", "Shadow: "), "none. A version given the name shadow scores what the champion is asked, and is compared with it here.");
  const failed = shadow.failure ? h("p.problem.warn", "It last failed: " + shadow.failure) : null;
  return h("div.stack",
    h("p", h("strong", "Shadow: "), h("a", {href: "#/models/" + encodeURIComponent(name + "@shadow")}, name + "@shadow"), " scored "
      + count(shadow.sequences) + " of the same sequences" + (shadow.passedOver ? " and passed over " + count(shadow.passedOver) : "") + "."),
    failed, shadow.classes.length ? table("Shadow beside champion", shadowColumns, shadow.classes) : null);
}

const shadowColumns = [
  {title: "Class", class: "name", cell: c => c.name},
  {title: "Mean difference", number: true, cell: c => fixed(c.meanDifference)},
  {title: "Largest", number: true, cell: c => fixed(c.largestDifference)},
  {title: "Correlation", number: true, cell: c => fixed(c.correlation)},
  {title: "Changed calls", number: true, cell: c => percent(100 * c.changedCalls)},
];
