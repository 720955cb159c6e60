// One model: how well it predicts, what its filters are, where it looks, what it was made from; scoring and explaining with it.

import {facts, fill, h, refill, table} from "../dom.js";
import {getJson, path} from "../api.js";
import {clock, count, fixed, percent, small} from "../format.js";
import {problemCard} from "../problem.js";
import {badge} from "../parts/state.js";
import {datasetLink, modelColumns, modelName} from "../parts/rows.js";
import {filterGallery} from "../parts/filter-gallery.js";
import {saliencySection} from "../parts/saliency.js";
import {scoreBox} from "../parts/score.js";
import {explainBox} from "../parts/explain.js";
import {traceCard} from "../parts/trace.js";

export function show(main, scope, ref) {
  const head = h("div"), row = h("div"), classes = h("div"), meaning = h("div.stack"), boxes = h("div.stack"), origin = h("div");
  fill(main, head, row, meaning, classes, boxes, origin);
  let examples = [];
  let interpreted = false;
  let boxed = false;
  scope.refreshed(async () => {
    const model = await getJson(path("models", ref), scope.signal);
    const name = modelName(model);
    document.title = name + " · Motifworks";
    const state = model.interpretation?.state;
    refill(head, heading(model, name, ref, state));
    refill(row, h("section.card", {"aria-label": "Figures"}, table("Row of Table 1", modelColumns.slice(1), [model])));
    refill(classes, h("div.columns", classTable(model), about(model)));
    if (!boxed) {
      fill(boxes, explainBox(ref, model, () => examples, scope.signal), scoreBox(ref, model));
      fill(origin, traceCard(ref, scope.signal));
    }
    boxed = true;
    if (interpreted) return false;
    if (state === "READY") {
      const found = await getJson(path("models", ref, "interpretation"), scope.signal);
      fill(meaning, summaries(found), filterGallery(ref, found), saliencySection(ref, found),
        (found.deeperLayers ?? []).flatMap(layer => [summaries(found, layer), filterGallery(ref, found, layer)]));
      examples = found.saliency?.examples ?? [];
      interpreted = true;
    } else if (model.imported) {
      fill(meaning, h("section.card", {"aria-label": "Filters"}, h("p.empty", "Imported as one graph, which scores. Its filters are not known, and a sequence is explained by substitutions alone.")));
    } else if (state === "FAILED") {
      fill(meaning, problemCard({title: "The interpretation failed", code: model.interpretation.problemCode,
        detail: model.interpretation.problemDetail, action: "The model still scores sequences. Look at the log of interpret-service."}));
    } else {
      fill(meaning, h("section.card", {"aria-label": "Filters"}, h("p.empty", badge("AWAITING"), " Its filters are being turned into motifs and matched; they appear here by themselves.")));
    }
    return state === "AWAITING";
  });
}

function heading(model, name, ref, state) {
  const artifact = file => path("models", ref, "artifacts", file);
  return h("div.head",
    h("div.grow", h("p.crumb", h("a", {href: "#/models"}, "Models")), h("h1", name, model.dataset?.name ? " on " + model.dataset.name : "")),
    state && state !== "READY" && !model.imported ? badge(state) : null,
    state === "READY" ? h("a.button", {href: path("models", ref, "report.html"), target: "_blank", rel: "noopener"}, "Report") : null,
    h("a.button", {href: artifact("predict.onnx"), download: ""}, "predict.onnx"),
    state === "READY" ? h("a.button", {href: path("models", ref, "filters.meme"), download: ""}, "filters.meme") : null,
    state === "READY" ? h("a.button", {href: path("models", ref, "matches.tsv"), download: ""}, "matches.tsv") : null);
}

function summaries(found, layer = found) {
  const where = layer.layer ? " of layer " + layer.layer : "";
  const chosen = s => s.rule === found.primaryRule && s.clip === found.primaryClip;
  return h("section.card", {"aria-label": "Matches by rule" + where},
    h("div.card-head", h("h2", "What the filters" + where + " match"), h("span.end.soft.small", "E ≤ " + small(found.settings?.eValue ?? 0.1) + ", " + layer.filterCount + " filters, JASPAR " + (found.settings?.jaspar ?? "2016"))),
    table("Matches by rule and clip" + where, [
      {title: "Filter rule and clip", class: "name", cell: s => s.rule + " + " + s.clip + (chosen(s) ? " (shown below)" : "")},
      {title: "JASPAR match", number: true, cell: s => percent(s.jasparMatchPercent)},
      {title: "Relevant match", number: true, cell: s => percent(s.relevantMatchPercent)},
      {title: "Factors covered", class: "long", cell: s => s.coveredFactors?.length ? s.coveredFactors.length + ": " + s.coveredFactors.join(", ") : "–"},
    ], [...layer.summaries].sort((a, b) => chosen(b) - chosen(a))));
}

function classTable(model) {
  const bar = value => value === null || value === undefined ? "not defined"
    : h("div.with-bar", h("span.number", fixed(value)), h("div.bar", h("div", {style: {width: (100 * value) + "%"}})));
  return h("section.card", {"aria-label": "By class"}, h("div.card-head", h("h2", "By class"), h("span.end.soft.small", "on the test split")),
    table("Metrics by class", [
      {title: "Class", class: "name", cell: c => c.name},
      {title: "AU-ROC", cell: c => bar(c.auRoc)},
      {title: "AU-PR", cell: c => bar(c.auPr)},
      {title: "Positives", number: true, cell: c => count(c.positives)},
    ], model.perClass ?? []));
}

function about(model) {
  return h("section.card", {"aria-label": "About"}, h("div.card-head", h("h2", "About this model")), facts([
    ...(model.imported ? originOf(model) : trainingOf(model)),
    ["Window", model.window + " nt"], ["Classes", model.classes?.length], ["Parameters", model.parameters ? count(model.parameters) : null],
    ["Id", h("span.mono", model.id)], ["Artifact", model.ref ? h("span.mono", model.ref.key) : null],
    ["SHA-256", model.ref ? h("span.mono", model.ref.manifestSha256) : null],
  ]));
}

const trainingOf = model => [
  ["Dataset", model.dataset ? datasetLink(model.dataset) : datasetLink({id: model.datasetId, name: model.datasetId})],
  ["Epochs", model.epochs + ", weights of epoch " + model.bestEpoch], ["Seed", model.seed],
  ["ONNX self-check", model.selfCheckDifference === undefined ? null : "differs by " + small(model.selfCheckDifference) + " at most"],
  ["Trained", clock(model.createdAt)],
  ["Run", h("a", {href: "#/runs/" + model.id}, "its curves and settings")],
];

const originOf = model => [
  ["File", model.imported.file], ["Its SHA-256", h("span.mono", model.imported.sha256)],
  ["Imported", clock(model.createdAt)], ["By", model.imported.actor],
];
