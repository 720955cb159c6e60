// One dataset: what is in it, and training on it.

import {facts, figures, fill, h, refill, table} from "../dom.js";
import {getJson, path, remove} from "../api.js";
import {between, clock, count} from "../format.js";
import {problemCard, showProblem, warningCard} from "../problem.js";
import {trainForm} from "../parts/train.js";
import {badge, datasetProgress, underWay} from "../parts/state.js";
import {runColumns, sourceWord} from "../parts/rows.js";

export function show(main, scope, ref) {
  const head = h("div"), body = h("div.stack"), training = h("section.card.stack", {hidden: true, "aria-label": "Train"}), runs = h("section.card", {hidden: true, "aria-label": "Runs"});
  fill(main, head, body, training, runs);
  let formShown = false;
  const reload = scope.refreshed(async () => {
    const dataset = await getJson(path("datasets", ref), scope.signal);
    document.title = dataset.name + " · Motifworks";
    refill(head, heading(dataset, reload));
    refill(body, content(dataset));
    const ready = dataset.state === "READY";
    training.hidden = !ready;
    if (ready && !formShown) {
      const form = await trainForm(dataset, scope.signal);
      fill(training, h("h2", "Train on it"), form);
      formShown = true;
    }
    const its = (await getJson("/v1/runs?limit=20&dataset=" + encodeURIComponent(dataset.id), scope.signal)).items;
    runs.hidden = !its.length;
    if (its.length) refill(runs, h("div.card-head", h("h2", "Runs on it")), table("Runs on this dataset", runColumns, its));
    return underWay(dataset.state) || its.some(r => underWay(r.state));
  });
}

function heading(dataset, reload) {
  const end = async words => {
    if (!confirm(words)) return;
    try {
      await remove(path("datasets", dataset.id));
      await reload();
    } catch (problem) {
      showProblem(problem);
    }
  };
  return h("div.head",
    h("div.grow", h("p.crumb", h("a", {href: "#/datasets"}, "Datasets")), h("h1", dataset.name)),
    badge(dataset.state),
    dataset.state === "READY" ? h("a.button", {href: path("datasets", dataset.id, "archive"), download: ""}, "Download") : null,
    dataset.state === "READY" ? h("button.danger", {type: "button", onclick: () => end("Retire " + dataset.name + "? No new run can use it then.")}, "Retire") : null,
    underWay(dataset.state) ? h("button.danger", {type: "button", onclick: () => end("Stop making " + dataset.name + "?")}, "Cancel") : null);
}

function content(dataset) {
  const source = dataset.source ?? {};
  return [
    dataset.problem ? problemCard(dataset.problem) : null,
    underWay(dataset.state) ? h("div.card", datasetProgress(dataset)) : null,
    dataset.counts ? figures([
      ["Training", count(dataset.counts.train)], ["Validation", count(dataset.counts.validation)], ["Test", count(dataset.counts.test)],
      ["Window", dataset.window, "nt"], ["Classes", dataset.classes?.length],
    ]) : null,
    (dataset.warnings ?? []).map(warningCard),
    h("div.columns",
      dataset.positives ? h("section.card", {"aria-label": "Sequences in each class"}, h("div.card-head", h("h2", "Sequences in each class")), classBars(dataset)) : null,
      h("section.card", {"aria-label": "Where it comes from"}, h("div.card-head", h("h2", "Where it comes from")), facts([
        ["Source", sourceWord(source)],
        ["Settings", settings(source)],
        ["Made", clock(dataset.endedAt ?? dataset.createdAt)],
        ["Took", dataset.endedAt ? between(dataset.startedAt ?? dataset.createdAt, dataset.endedAt) : null],
        ["Id", h("span.mono", dataset.id)],
        ["Artifact", dataset.ref ? h("span.mono", dataset.ref.key) : null],
        ["SHA-256", dataset.ref ? h("span.mono", dataset.ref.manifestSha256) : null],
      ]))),
  ];
}

function classBars(dataset) {
  const names = dataset.classes ?? Object.keys(dataset.positives);
  const most = Math.max(1, ...names.map(name => dataset.positives[name] ?? 0));
  return h("div.bars", names.flatMap(name => {
    const n = dataset.positives[name] ?? 0;
    return [h("span", name), h("div.bar", h("div", {style: {width: (100 * n / most) + "%"}})), h("span.number", count(n))];
  }));
}

/** The source's settings as "sequences 25,000, seed 1". */
function settings(source) {
  const words = [];
  for (const [name, value] of Object.entries(source)) {
    if (name === "kind" || value === null) continue;
    if (name === "classes") words.push(value.map(c => c.name + " from " + c.file).join(", "));
    else if (name === "split") words.push("split by " + value.by + (value.seed !== undefined ? " " + value.seed : ""));
    else if (typeof value === "number") words.push(name + " " + count(value));
    else if (typeof value !== "object") words.push(name + " " + value);
  }
  return words.join(", ");
}
