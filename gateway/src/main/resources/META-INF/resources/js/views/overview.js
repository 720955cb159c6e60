// What is here and what is going on; on an empty system, what to do first.

import {figures, fill, h, refill, table} from "../dom.js";
import {getJson} from "../api.js";
import {count, fixed} from "../format.js";
import {command} from "../parts/command.js";
import {simulateForm} from "../parts/simulate.js";
import {underWay} from "../parts/state.js";
import {datasetColumns, modelColumns, runColumns} from "../parts/rows.js";

export function show(main, scope) {
  document.title = "Motifworks";
  let welcome = null;
  scope.refreshed(async () => {
    const [datasets, runs, models] = await Promise.all(["datasets", "runs", "models"]
      .map(name => getJson("/v1/" + name + "?limit=50", scope.signal).then(page => page.items)));
    if (!datasets.length && !runs.length && !models.length) {
      if (!welcome) fill(main, welcome = emptyState()); // kept: someone may be typing in it
      return true;
    }
    welcome = null;
    refill(main, summary(datasets, runs, models));
    return datasets.some(d => underWay(d.state)) || runs.some(r => underWay(r.state))
      || models.some(m => m.interpretation?.state === "AWAITING");
  });
}

function summary(datasets, runs, models) {
  const active = runs.filter(r => underWay(r.state));
  const making = datasets.filter(d => underWay(d.state));
  const best = models.reduce((top, m) => (m.auRoc ?? 0) > (top?.auRoc ?? 0) ? m : top, null);
  return h("div.stack",
    h("h1", "Overview"),
    figures([
      ["Datasets ready", count(datasets.filter(d => d.state === "READY").length), making.length ? making.length + " being made" : ""],
      ["Runs under way", count(active.length), active.filter(r => r.state === "QUEUED").length ? "some waiting" : ""],
      ["Models", count(models.length)],
      ["Best AU-ROC", best ? fixed(best.auRoc) : "–", best ? best.architecture?.name ?? best.architecture : ""],
    ]),
    active.length ? section("Under way", "runs", table("Runs under way", runColumns, active)) : null,
    section("Models", "models", models.length ? table("Newest models", modelColumns, models.slice(0, 6))
      : h("p.empty", "No model yet. ", datasets.some(d => d.state === "READY") ? "Open a dataset below and train on it." : "")),
    section("Datasets", "datasets", table("Newest datasets", datasetColumns, datasets.slice(0, 6))));
}

const section = (title, address, content) => h("section.card", {"aria-label": title},
  h("div.card-head", h("h2", title), h("a.end.small", {href: "#/" + address}, "all " + title.toLowerCase().replace("under way", "runs"))), content);

function emptyState() {
  return h("div.stack",
    h("div.hero", h("h1", "From sequences to motifs"),
      h("p", "Motifworks trains a network whose first filters are sequence motifs, matches them against JASPAR, and shows for each prediction where it looked. Nothing is here yet: begin with one of these.")),
    h("div.columns",
      h("section.card.stack", {"aria-label": "The paper's experiment"},
        h("h2", "See it work"),
        h("p.soft", "The paper's experiment: the motifs of 12 transcription factors, planted into random DNA. The truth is known, so you can see whether the network finds it."),
        simulateForm(),
        h("p.soft", "Or everything in one command, from data to report:"),
        command("./motifworks demo")),
      h("section.card.stack", {"aria-label": "Your own sequences"},
        h("h2", "Use your own sequences"),
        h("p.soft", "One FASTA file a class, peaks of a ChIP-seq experiment for instance. Without a second class, shuffled sequences serve as background."),
        command("./motifworks dataset import --name peaks --positive peaks.fa --negative background.fa"),
        h("p", h("a", {href: "#/datasets"}, "Or upload them on the datasets page")),
        h("p.soft", "Then train on it:"),
        command("./motifworks run --dataset peaks --architecture cnn-25"))),
    h("section.card", {"aria-label": "What happens then"}, h("ol.steps",
      h("li", h("div", h("h3", "A dataset is made"), h("p.soft", "Checked, split into training, validation and test, and never changed again."))),
      h("li", h("div", h("h3", "A network is trained"), h("p.soft", "You watch the loss; it stops by itself when it no longer gets better."))),
      h("li", h("div", h("h3", "Its filters are read"), h("p.soft", "Each as a sequence logo with its best match in JASPAR, p- and E-value, exactly as Tomtom computes them."))))));
}
