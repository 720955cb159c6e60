// One series: who is champion, since when and why, how it does, how it is trained again, and what came of it.

import {facts, fill, h, refill, table} from "../dom.js";
import {getJson, path, postJson} from "../api.js";
import {ago, clock} from "../format.js";
import {showProblem} from "../problem.js";
import {command} from "../parts/command.js";
import {badge} from "../parts/state.js";
import {cycleColumns, datasetLink, versionColumns} from "../parts/rows.js";
import {aliasHistories} from "../parts/alias-history.js";
import {openPromotion} from "../parts/promotion.js";
import {ruleName, ruleSentences} from "../parts/rules.js";
import {servingCard} from "../parts/serving.js";

const QUIET = ["IDLE", "OFF", "NO_POLICY"];

export function show(main, scope, name) {
  document.title = name + " · Motifworks";
  const head = h("div"), body = h("div.stack");
  fill(main, head, body);
  const reload = scope.refreshed(async () => {
    const get = (...rest) => getJson(path("series", name, ...rest), scope.signal);
    const [series, versions, judgements, retraining] = await Promise.all(
      [get(), get("versions"), get("judgements"), get("retraining")]);
    const histories = await Promise.all(series.aliases.map(alias => get("aliases", alias.alias)));
    const [drift, shadow] = await inUse(series, scope.signal);
    refill(head, heading(series));
    refill(body, versionsCard(name, versions, () => reload()), aliasHistories(name, histories, () => reload()),
      servingCard(name, drift, shadow, retraining.policy), judgementsCard(judgements),
      retrainingCard(name, retraining, () => reload()), cyclesCard(retraining), about(series));
    return !QUIET.includes(retraining.state) || judgements.items.some(j => !j.endedAt);
  });
}

/** Drift and shadow of the champion; the page does without where they cannot be had. */
function inUse(series, signal) {
  if (!series.aliases.some(alias => alias.alias === "champion")) return [null, null];
  const of = what => getJson(path("models", series.name + "@champion", what), signal).catch(problem => {
    if (problem.name === "AbortError") throw problem;
    return null;
  });
  return Promise.all([of("drift"), of("shadow")]);
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

function versionsCard(name, versions, reload) {
  const action = version => version.state === "RETIRED" ? null
    : h("button.quiet", {type: "button", "aria-label": "Promote version " + version.version, onclick: () => openPromotion(name, version, reload)}, "Promote …");
  return h("section.card", {"aria-label": "Versions"}, h("div.card-head", h("h2", "Versions")),
    versions.items.length ? table("Versions", versionColumns(action), versions.items) : h("p.empty", "No model is in this series yet."));
}

function judgementsCard(judgements) {
  if (!judgements.items.length) return null;
  return h("section.card", {"aria-label": "Judgements"}, h("div.card-head", h("h2", "Judgements")),
    judgements.items.map(judgement => h("details", {open: judgement === judgements.items[0]},
      h("summary", "Version " + judgement.version + " ", badge(judgement.report?.verdict ?? judgement.state),
        h("span.soft.small", " " + judgement.actor + ", " + ago(judgement.createdAt))),
      judgement.problem ? h("p", judgement.problem.detail) : null,
      judgement.report ? table("Findings on version " + judgement.version, [
        {title: "Rule", class: "name", cell: f => h("span", {title: f.rule}, ruleName(f.rule))},
        {title: "Kept", cell: f => f.kept ? h("span.badge.good", "kept") : h("span.badge.bad", "broken")},
        {title: "Found and asked for", class: "long", cell: f => f.detail},
      ], judgement.report.findings) : null)));
}

function about(series) {
  return h("section.card", {"aria-label": "Rules"}, h("div.card-head", h("h2", "What a champion must do")),
    h("ul.rules", ruleSentences(series.rules).map(rule => h("li", rule))), facts([
      ["Judged on", datasetLink(series.evaluation)], ["Window", series.window + " nt"], ["Classes", series.classes.length],
      ["Test split SHA-256", series.testSplitSha256 ? h("span.mono", series.testSplitSha256) : null], ["Made", clock(series.createdAt)],
    ]));
}
