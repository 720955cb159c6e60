// What the names of a series have stood for: who changed them, why, and by what right.

import {h, table} from "../dom.js";
import {ago, clock} from "../format.js";
import {openRollback} from "./promotion.js";

const KINDS = {
  JUDGED: ["good", "judged", "The gate accepted it."],
  FORCED: ["warn", "forced", "Made champion without the gate."],
  ROLLBACK: ["warn", "rollback", "The alias was given back."],
  GIVEN: ["", "given", "This alias asks for no judgement."],
};

/** `histories` is a list of the changes of each alias, newest first. */
export function aliasHistories(name, histories, reload) {
  if (!histories.length) return null;
  return h("section.card.stack", {"aria-label": "Aliases"}, h("div.card-head", h("h2", "What its names stand for")),
    histories.map(changes => h("div",
      h("div.toolbar", h("h3", changes[0].alias), h("span", "version " + changes[0].version),
        changes.length > 1 ? h("button.quiet.danger", {type: "button", "aria-label": "Roll " + changes[0].alias + " back",
          onclick: () => openRollback(name, changes[0].alias, reload)}, "Roll back …") : null),
      table("Changes of " + changes[0].alias, columns, changes))));
}

const columns = [
  {title: "Generation", number: true, cell: change => String(change.generation)},
  {title: "Version", class: "nowrap", cell: change => h("a", {href: "#/models/" + encodeURIComponent(change.model)}, "version " + change.version)},
  {title: "How", cell: how},
  {title: "Who", cell: change => change.actor},
  {title: "Why", class: "long", cell: change => change.reason || h("span.soft", "–")},
  {title: "When", number: true, cell: change => h("span", {title: clock(change.changedAt)}, ago(change.changedAt))},
];

function how(change) {
  const [kind, words, meaning] = KINDS[change.kind] ?? ["", String(change.kind).toLowerCase(), ""];
  const more = change.restores ? " to generation " + change.restores : "";
  return h("span", {class: ("badge " + kind).trim(), title: meaning}, words + more);
}
