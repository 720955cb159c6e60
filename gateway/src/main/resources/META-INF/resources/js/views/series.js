// One series: who is champion and why, how it is trained again, and what came of it.

import {facts, fill, h, refill, table} from "../dom.js";
import {getJson, path, postJson} from "../api.js";
import {ago, clock, fixed} from "../format.js";
import {showProblem} from "../problem.js";
import {command} from "../parts/command.js";
import {badge} from "../parts/state.js";
import {cycleColumns, datasetLink, versionColumns} from "../parts/rows.js";

const QUIET = ["IDLE", "OFF", "NO_POLICY"];

export function show(main, scope, name) {
  document.title = name + " · Motifworks";
  const head = h("div"), body = h("div.stack");
  fill(main, head, body);
  const reload = scope.refreshed(async () => {
    const get = (...rest) => getJson(path("series", name, ...rest), scope.signal);
    const [series, versions, judgements, retraining] = await Promise.all(
      [get(), get("versions"), get("judgements"), get("retraining")]);
    refill(head, heading(series));
    refill(body, retrainingCard(name, retraining, () => reload()), cyclesCard(retraining),
      versionsCard(versions), judgementsCard(judgements), about(series));
    return !QUIET.includes(retraining.state) || judgements.items.some(j => !j.endedAt);
  });
}

function heading(series) {
  const champion = series.aliases.find(alias => alias.alias === "champion");
  return h("div.head", h("div.grow", h("p.crumb", h("a", {href: "#/series"}, "Series")), h("h1", series.name)),
    champion ? h("a.button", {href: "#/models/" + champion.model}, "Champion: version " + champion.version) : null);
}

function retrainingCard(name, retraining, reload) {
  const policy = retraining.policy;
  const button = policy ? h("button.end", {type: "button", onclick: async event => {
    event.target.disabled = true;
    try {
      await postJson(path("series", name, "retrain"), {actor: "page"});
      reload();
    } catch (problem) {
      showProblem(problem);
    }
    event.target.disabled = false;
  }}, "Retrain now") : null;
  const last = retraining.lastTrigger;
  return h("section.card", {"aria-label": "Retraining"},
    h("div.card-head", h("h2", "Retraining"), badge(retraining.state), button),
    h("p", retraining.why),
    facts([
      ["Next", clock(retraining.next)],
      ["Last trigger", last ? last.actor + (last.reason ? ": " + last.reason : "") + ", " + ago(last.at) : null],
      ["Waiting triggers", retraining.waitingTriggers || null],
      ["Runs today (UTC)", policy ? retraining.runsToday + " of " + policy.runsPerDay : null],
      ["Trained on", policy?.dataset], ["Architecture", policy ? policy.architecture.name ?? policy.architecture : null],
      ["Quiet time", policy?.quiet], ["New records at least", policy?.minimumNewRecords || null], ["Every", policy?.every],
      ["Drift above", policy?.driftAbove != null ? policy.driftAbove + " bits" : null],
    ]),
    policy ? null : command("./motifworks series policy " + name + " --dataset NAME --architecture cnn-25"));
}

function cyclesCard(retraining) {
  if (!retraining.cycles.length) return null;
  return h("section.card", {"aria-label": "Cycles"}, h("div.card-head", h("h2", "What new data led to")),
    table("Cycles of retraining", cycleColumns, retraining.cycles));
}

function versionsCard(versions) {
  return h("section.card", {"aria-label": "Versions"}, h("div.card-head", h("h2", "Versions")),
    versions.items.length ? table("Versions", versionColumns, versions.items) : h("p.empty", "No model is in this series yet."));
}

function judgementsCard(judgements) {
  if (!judgements.items.length) return null;
  return h("section.card", {"aria-label": "Judgements"}, h("div.card-head", h("h2", "Judgements")),
    judgements.items.map(judgement => h("details", {open: judgement === judgements.items[0]},
      h("summary", "Version " + judgement.version + " ", badge(judgement.report?.verdict ?? judgement.state),
        h("span.soft.small", " " + judgement.actor + ", " + ago(judgement.createdAt))),
      judgement.problem ? h("p", judgement.problem.detail) : null,
      judgement.report ? table("Findings on version " + judgement.version, [
        {title: "Rule", class: "name nowrap", cell: f => f.rule},
        {title: "Kept", cell: f => f.kept ? h("span.badge.good", "kept") : h("span.badge.bad", "broken")},
        {title: "Found and asked for", class: "long", cell: f => f.detail},
      ], judgement.report.findings) : null)));
}

function about(series) {
  return h("section.card", {"aria-label": "About"}, h("div.card-head", h("h2", "What it fixes")), facts([
    ["Judged on", datasetLink(series.evaluation)], ["Window", series.window + " nt"], ["Classes", series.classes.length],
    ["Test split SHA-256", h("span.mono", series.testSplitSha256)],
    ["Least AU-ROC", fixed(series.rules.minimumAuRoc)], ["Motifs to be kept", series.rules.keptMotifsPercent + " %"],
    ["Dead filters at most", series.rules.maximumDeadFiltersPercent + " %"], ["Made", clock(series.createdAt)],
  ]));
}
