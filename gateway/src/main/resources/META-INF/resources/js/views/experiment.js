// One experiment, live: its runs, its table as far as it is there, and the way to its report.

import {facts, fill, h, refill, table} from "../dom.js";
import {getJson, path, postJson} from "../api.js";
import {clock, fixed} from "../format.js";
import {showProblem} from "../problem.js";
import {badge, experimentProgress, runProgress, underWay} from "../parts/state.js";
import {datasetLink, modelLink, runLink} from "../parts/rows.js";

export function show(main, scope, id) {
  const head = h("div"), progress = h("div"), results = h("div"), figure = h("div"), runs = h("div"), asked = h("div");
  fill(main, head, progress, results, figure, runs, asked);
  let shown = "";
  const reload = scope.refreshed(async () => {
    const experiment = await getJson(path("experiments", id), scope.signal);
    document.title = experiment.name + " · Motifworks";
    refill(head, heading(experiment, reload));
    refill(progress, underWay(experiment.state) ? h("div.card", experimentProgress(experiment)) : null);
    refill(runs, runsCard(experiment));
    refill(asked, request(experiment));
    // The table reads the models' files: asked for when there is more to read.
    const inside = experiment.counts.succeeded + "/" + experiment.counts.interpreted;
    if (inside !== shown && experiment.counts.succeeded) {
      const found = await getJson(path("experiments", id, "results"), scope.signal);
      refill(results, resultsCard(found));
      const first = found.rows.some(row => row.jasparMatchPercent !== undefined);
      fill(figure, first ? matchShare(id, inside) : null);
      shown = inside;
    }
    return underWay(experiment.state);
  });
}

function heading(experiment, reload) {
  const ask = (action, question) => async event => {
    if (question && !confirm(question)) return;
    event.target.disabled = true;
    try {
      await postJson(path("experiments", experiment.id, action), {});
      await reload();
    } catch (problem) {
      showProblem(problem);
      event.target.disabled = false;
    }
  };
  const {counts, state} = experiment;
  return h("div.head",
    h("div.grow", h("p.crumb", h("a", {href: "#/experiments"}, "Experiments")), h("h1", experiment.name, " on ", experiment.dataset.name)),
    badge(state),
    counts.succeeded ? h("a.button", {href: path("experiments", experiment.id, "report.html"), target: "_blank", rel: "noopener"}, "Report") : null,
    ["QUEUED", "RUNNING"].includes(state)
      ? h("button.danger", {type: "button", onclick: ask("cancel", "Stop all runs that have not ended? What is done stays.")}, "Cancel") : null,
    !["QUEUED", "RUNNING"].includes(state) && counts.failed + counts.cancelled
      ? h("button", {type: "button", onclick: ask("resume")}, "Resume") : null);
}

const score = (mean, sd) => mean === undefined ? "–" : fixed(mean) + (sd === undefined ? "" : " ± " + fixed(sd));
const whole = n => n === undefined ? "–" : String(Math.round(n));
const share = (mean, sd) => whole(mean) + (sd === undefined ? "" : " ± " + whole(sd));

function resultsCard(found) {
  const rule = found.primaryRule + " rule, " + found.primaryClip + " clip";
  const columns = [
    {title: "Architecture", class: "name nowrap", cell: row => row.architecture},
    {title: "AU-ROC ± sd", number: true, cell: row => score(row.auRoc, row.auRocSd)},
    {title: "AU-PR ± sd", number: true, cell: row => score(row.auPr, row.auPrSd)},
    {title: "JASPAR %", number: true, cell: row => share(row.jasparMatchPercent, row.jasparMatchTrialSd)},
    {title: "Relevant %", number: true, cell: row => h("strong", share(row.relevantMatchPercent, row.relevantMatchTrialSd))},
    {title: "Factors", number: true, cell: row => whole(row.coveredFactors)},
    {title: "Dead", number: true, cell: row => whole(row.deadFilters)},
    {title: "Copies", number: true, cell: row => row.duplicateFilters === undefined ? "–" : whole(row.duplicateFilters + row.reverseComplementFilters)},
    {title: "Saliency AU-ROC", number: true, cell: row => score(row.saliencyAuRoc)},
    {title: "Trials", number: true, cell: row => row.trials + " / " + found.trials},
  ];
  if (found.rows.some(row => row.paper)) {
    columns.splice(5, 0, {title: "In the paper", number: true, class: "soft", cell: row => row.paper
      ? fixed(row.paper.auRoc) + ", " + row.paper.jasparMatchPercent + " %, " + row.paper.relevantMatchPercent + " %" : "–"});
  }
  return h("section.card", {"aria-label": "Results"},
    h("div.card-head", h("h2", "Results"), h("span.end.soft.small", "% by the " + rule + "; sd over classes" + (found.trials > 1 ? ", of % over trials" : ""))),
    table("Results", columns, found.rows));
}

function matchShare(id, version) {
  return h("section.card", {"aria-label": "Whole motifs or parts"}, h("div.card-head", h("h2", "Whole motifs or parts")),
    h("div.paper", h("img.figure", {src: path("experiments", id, "figures", "match-share.svg") + "?" + version, alt: "Share of first-layer filters that match against the size of the first pool"})));
}

function runsCard(experiment) {
  const columns = [
    {title: "Run", class: "name nowrap", cell: run => run.state === "SUCCEEDED" ? modelLink(run) : runLink(run)},
    {title: "Trial", number: true, cell: run => String(run.trial)},
    {title: "State", cell: run => badge(run.interpretation === "AWAITING" ? "AWAITING" : run.state)},
    {title: "Progress", cell: run => run.state === "FAILED" ? h("span.soft", run.problem?.title ?? "") : runProgress(run) ?? "–"},
    {title: "AU-ROC", number: true, cell: run => fixed(run.auRoc)},
    {title: "Relevant %", number: true, cell: run => whole(run.relevantMatchPercent ?? undefined)},
    {title: "Seed", number: true, cell: run => String(run.seed)},
  ];
  return h("section.card", {"aria-label": "Runs"}, h("div.card-head", h("h2", "Runs"),
    h("span.end.soft.small", "each takes its turn with everyone else's")), table("Runs", columns, experiment.runs));
}

function request(experiment) {
  return h("section.card", {"aria-label": "What was asked"}, h("div.card-head", h("h2", "What was asked")), facts([
    ["Dataset", datasetLink(experiment.dataset)],
    ["Architectures", experiment.architectures.join(", ")],
    ["Trials", experiment.trials], ["Seed", experiment.seed], ["Threads", experiment.threads],
    ["Training", experiment.training.preset],
    ["Asked for", clock(experiment.createdAt)],
    ["Id", h("span.mono", experiment.id)],
  ]));
}
