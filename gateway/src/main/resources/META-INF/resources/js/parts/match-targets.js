// What motifs can be matched against: the databases that come with Motifworks, and models.

import {h} from "../dom.js";
import {getJson} from "../api.js";
import {count, shortId} from "../format.js";

/** [{key, title, source}]; `source` is what POST /v1/motif-matches takes. */
export async function matchTargets(signal) {
  const [databases, models] = await Promise.all([
    getJson("/v1/motif-databases", signal),
    getJson("/v1/models?limit=50", signal).then(page => page.items).catch(() => []), // databases do without
  ]);
  return {
    databases: databases.map(d => ({key: d.id, title: d.title + " (" + count(d.motifs) + ")", source: {database: d.id}})),
    models: models.filter(m => m.interpretation?.state === "READY").map(m => ({
      key: m.id, title: "filters of " + (m.architecture?.name ?? m.architecture) + " " + shortId(m.id), source: {model: m.id},
    })),
  };
}

/** A choice among them; `extra` are further options. */
export function targetSelect(targets, extra = []) {
  const option = t => h("option", {value: t.key}, t.title);
  return h("select", {name: "targets"},
    h("optgroup", {label: "Databases"}, targets.databases.map(option)),
    targets.models.length ? h("optgroup", {label: "Models"}, targets.models.map(option)) : null,
    extra.map(option));
}

export const sourceOf = (targets, key) => [...targets.databases, ...targets.models].find(t => t.key === key)?.source;
