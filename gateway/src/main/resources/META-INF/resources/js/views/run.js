// One run, live: curves, progress, and how it ended.

import {facts, figures, fill, h, refill} from "../dom.js";
import {getJson, path, remove} from "../api.js";
import {between, clock, duration, fixed} from "../format.js";
import {problemCard, showProblem} from "../problem.js";
import {lossCurves} from "../parts/curves.js";
import {badge, runProgress, underWay} from "../parts/state.js";
import {datasetLink, modelLink} from "../parts/rows.js";

export function show(main, scope, id) {
  const head = h("div"), body = h("div.stack"), chart = h("div.chart"), details = h("div");
  fill(main, head, body, h("section.card", {"aria-label": "Loss"}, h("div.card-head", h("h2", "Loss"),
    h("span.end.soft.small", "binary cross-entropy; the marked epoch is the one kept")), chart), details);
  const curves = lossCurves(chart);
  scope.onLeave(curves.close);
  let source = null;
  scope.onLeave(() => source?.close());

  const reload = scope.refreshed(async () => {
    const run = await getJson(path("runs", id), scope.signal);
    document.title = run.architecture.name + " · Motifworks";
    refill(head, heading(run, reload));
    refill(body, state(run));
    refill(details, settings(run));
    curves.best(run.progress?.bestEpoch);
    if (!source) source = follow(run, curves, reload);
    return underWay(run.state);
  });
}

/** The events bring every epoch from the first one on, and end when the run does. */
function follow(run, curves, reload) {
  if (!underWay(run.state)) {
    getJson(path("runs", run.id, "epochs")).then(curves.replace).catch(showProblem);
    return {close() {}};
  }
  const source = new EventSource(path("runs", run.id, "events"));
  source.addEventListener("epoch", event => curves.add(JSON.parse(event.data)));
  const changed = event => {
    reload();
    if (!underWay(JSON.parse(event.data).state)) source.close(); // else the browser would ask again
  };
  source.addEventListener("run", changed);
  source.addEventListener("state", changed);
  return source;
}

function heading(run, reload) {
  const cancel = async event => {
    if (!confirm("Stop this run? What it has learned so far is lost.")) return;
    event.target.disabled = true;
    try {
      await remove(path("runs", run.id));
      await reload();
    } catch (problem) {
      showProblem(problem);
    }
  };
  return h("div.head",
    h("div.grow", h("p.crumb", h("a", {href: "#/runs"}, "Runs")), h("h1", run.architecture.name, " on ", run.dataset.name)),
    badge(run.state),
    run.model ? h("a.button", {href: "#/models/" + run.id}, "Its model") : null,
    ["QUEUED", "RUNNING"].includes(run.state) ? h("button.danger", {type: "button", onclick: cancel}, "Cancel") : null);
}

function state(run) {
  const p = run.progress ?? {};
  return [
    run.problem ? problemCard(run.problem) : null,
    run.state === "CANCELLED" && run.cancelReason ? h("p.soft", "Cancelled: " + run.cancelReason) : null,
    underWay(run.state) ? h("div.card", runProgress(run)) : null,
    figures([
      ["Epoch", p.epoch || "–", p.epochs ? "of " + p.epochs : ""],
      ["Training loss", fixed(p.trainingLoss, 4)],
      ["Validation loss", fixed(p.validationLoss, 4)],
      ["Best", fixed(p.bestValidationLoss, 4), p.bestEpoch ? "epoch " + p.bestEpoch : ""],
      ["An epoch takes", p.secondsPerEpoch ? duration(p.secondsPerEpoch) : "–"],
    ]),
    run.model ? h("p", "It became the model ", modelLink({...run.model, architecture: run.architecture.name}), " with AU-ROC ", h("strong.number", fixed(run.model.auRoc)), ".") : null,
  ];
}

function settings(run) {
  const training = Object.entries(run.training ?? {}).filter(([, v]) => v !== null);
  return h("div.columns",
    h("section.card", {"aria-label": "Run"}, h("div.card-head", h("h2", "Run")), facts([
      ["Dataset", datasetLink(run.dataset)],
      ["Requested", clock(run.createdAt)], ["Started", clock(run.startedAt)], ["Ended", clock(run.endedAt)],
      ["Took", run.endedAt ? between(run.startedAt, run.endedAt) : null],
      ["Attempts", run.attempts > 1 ? run.attempts : null], ["Seed", run.seed], ["Threads", run.threads],
      ["Id", h("span.mono", run.id)],
    ])),
    training.length ? h("section.card", {"aria-label": "Training settings"}, h("div.card-head", h("h2", "Training settings")),
      facts(training.map(([name, value]) => [words(name), setting(value)]))) : null);
}

/** Class weights are a list, a schedule an object. */
function setting(value) {
  if (Array.isArray(value)) return value.join(", ");
  if (typeof value !== "object") return String(value);
  return Object.entries(value).map(([name, part]) => words(name) + " " + part).join(", ");
}

const words = name => name.replace(/([A-Z])/g, c => " " + c.toLowerCase()).replace(/^./, c => c.toUpperCase());
