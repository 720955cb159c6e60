// The columns in which datasets, runs and models are listed.

import {h} from "../dom.js";
import {ago, count, fixed, percent, shortId} from "../format.js";
import {reasonWords} from "./rules.js";
import {badge, datasetProgress, experimentProgress, lossWords, runProgress, scoringBadge, scoringProgress} from "./state.js";

const link = (section, id, text) => h("a", {href: "#/" + section + "/" + encodeURIComponent(id), title: id}, text);

/** A model that was imported has no dataset, nor has a series of such models. */
export const datasetLink = d => d ? link("datasets", d.id, d.name) : "–";
export const modelName = m => m.imported ? "imported" : m.architecture?.name ?? m.architecture;
export const runLink = run => link("runs", run.id, (run.architecture?.name ?? run.architecture) + " " + shortId(run.id));
export const modelLink = m => link("models", m.id, modelName(m) + " " + shortId(m.id));

const sourceWords = {simulation: "simulation", fasta: "FASTA import", peaks: "peaks on a genome", deepsea: "DeepSEA's files", append: "addition"};
export const sourceWord = source => sourceWords[source?.kind] ?? source?.kind;

export const datasetColumns = [
  {title: "Name", class: "name", cell: datasetLink},
  {title: "State", cell: d => badge(d.state)},
  {title: "Source", class: "nowrap", cell: d => sourceWord(d.source) ?? "–"},
  {title: "Window", number: true, cell: d => d.window ? d.window + " nt" : "–"},
  {title: "Classes", number: true, cell: d => d.classes ? d.classes.length : "–"},
  {title: "Train / validation / test", number: true, cell: d => datasetProgress(d)
    ?? (d.counts ? [d.counts.train, d.counts.validation, d.counts.test].map(count).join(" / ")
      : h("span.soft", d.problem ? d.problem.title : "–"))},
  {title: "Made", number: true, cell: d => ago(d.createdAt)},
];

export const runColumns = [
  {title: "Run", class: "name nowrap", cell: runLink},
  {title: "Dataset", cell: r => r.dataset ? datasetLink(r.dataset) : "–"},
  {title: "State", cell: r => badge(r.state)},
  {title: "Progress", cell: r => r.state === "FAILED" ? h("span.soft", r.problem?.title ?? "") : runProgress(r) ?? "–"},
  {title: "Validation loss", number: true, cell: r => lossWords(r.progress)},
  {title: "Seed", number: true, cell: r => String(r.seed)},
  {title: "Started", number: true, cell: r => ago(r.startedAt ?? r.createdAt)},
];

export const experimentColumns = [
  {title: "Experiment", class: "name", cell: e => link("experiments", e.id, e.name)},
  {title: "Dataset", cell: e => datasetLink(e.dataset)},
  {title: "State", cell: e => badge(e.state)},
  {title: "Progress", cell: experimentProgress},
  {title: "Architectures", number: true, cell: e => String(e.architectures.length)},
  {title: "Trials", number: true, cell: e => String(e.trials)},
  {title: "Asked for", number: true, cell: e => ago(e.createdAt)},
];

const interpreted = (m, name, format) => m.interpretation?.state === "READY" ? format(m.interpretation[name])
  : m.interpretation?.state === "FAILED" ? "failed" : h("span.soft", "…");

/** The columns of the paper's Table 1, and what it left out. */
export const modelColumns = [
  {title: "Model", class: "name nowrap", cell: modelLink},
  {title: "Dataset", cell: m => m.imported ? m.imported.file : m.dataset ? datasetLink(m.dataset) : m.datasetId ? link("datasets", m.datasetId, shortId(m.datasetId)) : "–"},
  {title: "AU-ROC ± sd", number: true, cell: m => fixed(m.auRoc) + (m.auRocSd === undefined || m.auRocSd === null ? "" : " ± " + fixed(m.auRocSd))},
  {title: "AU-PR", number: true, cell: m => fixed(m.auPr)},
  {title: "JASPAR match", number: true, cell: m => interpreted(m, "jasparMatchPercent", percent)},
  {title: "Relevant match", number: true, cell: m => interpreted(m, "relevantMatchPercent", percent)},
  {title: "Dead filters", number: true, cell: m => interpreted(m, "deadFilters", n => n ?? "–")},
  {title: "Saliency AU-ROC", number: true, cell: m => interpreted(m, "saliencyAuRoc", fixed)},
  {title: "Seed", number: true, cell: m => m.imported ? "–" : String(m.seed)},
  {title: "Trained", number: true, cell: m => ago(m.createdAt)},
];

const aliasBadge = alias => h("span", {class: alias === "champion" ? "badge good" : "badge"}, alias);

export const seriesColumns = [
  {title: "Series", class: "name", cell: s => link("series", s.name, s.name)},
  {title: "Judged on", cell: s => datasetLink(s.evaluation)},
  {title: "Window", number: true, cell: s => s.window + " nt"},
  {title: "Classes", number: true, cell: s => String(s.classes.length)},
  {title: "Aliases", cell: s => s.aliases.length ? s.aliases.flatMap(a => [aliasBadge(a.alias), " version " + a.version + " "]) : "–"},
  {title: "Made", number: true, cell: s => ago(s.createdAt)},
];

/** `action` gives what can be done with a version. */
export const versionColumns = action => [
  {title: "Version", class: "name nowrap", cell: v => link("models", v.model, "version " + v.version)},
  {title: "State", cell: v => badge(v.state)},
  {title: "Aliases", cell: v => v.aliases.length ? v.aliases.flatMap(alias => [aliasBadge(alias), " "]) : "–"},
  {title: "Architecture", cell: v => v.architecture ?? "imported"},
  {title: "Dataset", cell: v => datasetLink(v.dataset)},
  {title: "AU-ROC", number: true, cell: v => fixed(v.auRoc)},
  {title: "AU-PR", number: true, cell: v => fixed(v.auPr)},
  {title: "Relevant match", number: true, cell: v => interpreted(v, "relevantMatchPercent", percent)},
  {title: "Dead filters", number: true, cell: v => interpreted(v, "deadFilters", n => n ?? "–")},
  {title: "Taken in", number: true, cell: v => ago(v.createdAt)},
  {title: "", class: "nowrap", cell: action},
];

export const cycleColumns = [
  {title: "Began", class: "nowrap", cell: c => ago(c.startedAt)},
  {title: "State", cell: c => badge(c.state)},
  {title: "Dataset", cell: c => datasetLink(c.dataset)},
  {title: "Because of", cell: c => c.triggers.length > 1 ? c.triggers.length + " triggers" : c.triggers[0]?.reason || c.triggers[0]?.actor || "–"},
  {title: "Run", class: "nowrap", cell: c => c.run ? link("runs", c.run, shortId(c.run)) : "–"},
  {title: "Version", number: true, cell: c => c.version ?? "–"},
  {title: "Reasons", class: "long", cell: c => c.problem?.detail ?? (c.reasons.length ? h("ul.plain", c.reasons.map(reason => h("li", reasonWords(reason)))) : "–")},
];

export const fileName = path => path?.split("/").pop();

/** The file that has a row for each of its entries, and what those are called. */
export const scored = ({sequences, regions, variants, format}) => sequences ? {file: sequences, rows: "sequences"}
  : regions ? {file: regions, rows: format === "bigwig" ? "cells" : "regions"} : {file: variants, rows: "variants"};

/** A model as it was asked for; one that has answered leads to its page. */
export function askedModel(s) {
  const asked = s.request.model;
  const text = /^[0-9A-Z]{26}$/.test(asked) ? shortId(asked) : asked;
  return s.result ? link("models", s.result.model, text) : h("span", {title: asked}, text);
}

export const scoringColumns = [
  {title: "File", class: "name", cell: s => link("scorings", s.id, fileName(scored(s.request).file))},
  {title: "Model", class: "nowrap", cell: askedModel},
  {title: "State", cell: s => scoringBadge(s.state)},
  {title: "Scored", number: true, cell: s => scoringProgress(s)
    ?? (s.result ? count(s.result.sequences) + " " + scored(s.request).rows : h("span.soft", s.problem?.title ?? "–"))},
  {title: "Without a score", number: true, cell: s => s.result ? count(s.result.failed) : "–"},
  {title: "Asked for", number: true, cell: s => ago(s.createdAt)},
];
