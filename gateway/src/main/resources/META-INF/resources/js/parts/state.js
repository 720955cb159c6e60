// States and progress of datasets and runs, the same everywhere.

import {h} from "../dom.js";
import {bytes, count, duration, fixed} from "../format.js";

const KIND = {
  READY: "good", SUCCEEDED: "good",
  FAILED: "bad",
  CANCELLED: "", RETIRED: "", DELETED: "",
  BUILDING: "busy", RUNNING: "busy", CANCELLING: "busy", AWAITING: "busy", INTERPRETING: "busy",
  REQUESTED: "", QUEUED: "",
  ACCEPTED: "good", PROMOTED: "good", REJECTED: "bad",
  AGREES: "good", VERIFIED: "good", BROKEN: "bad",
  CHECKING: "busy", TRAINING: "busy", JUDGING: "busy", STARTING: "busy", AWAITING_INTERPRETATION: "busy",
};
const WORDS = {
  REQUESTED: "waiting", BUILDING: "being made", READY: "ready", QUEUED: "waiting", RUNNING: "training",
  CANCELLING: "stopping", SUCCEEDED: "done", FAILED: "failed", CANCELLED: "cancelled", RETIRED: "retired", DELETED: "deleted",
  AWAITING: "being interpreted", INTERPRETING: "being interpreted", AWAITING_INTERPRETATION: "being interpreted",
  CHECKING: "checking data", JUDGING: "being judged", NO_POLICY: "by hand", WAITING_FOR_QUIET: "more data may come",
  WAITING_FOR_RECORDS: "waits for records", WAITING_FOR_BUDGET: "waits for tomorrow", WAITING_FOR_DATASET: "waits for data",
};

export const underWay = state => ["REQUESTED", "BUILDING", "QUEUED", "RUNNING", "CANCELLING", "INTERPRETING"].includes(state);

export function badge(state, words) {
  const kind = KIND[state] ?? "";
  return h("span", {class: ("badge " + kind).trim()}, words ?? WORDS[state] ?? String(state).toLowerCase());
}

const SCORING_WORDS = {RUNNING: "scoring", RETIRED: "deleted"};
export const scoringBadge = state => badge(state, SCORING_WORDS[state]);

/** A bar with words under it; without a share it only says so. */
export function progressBar(share, words, label) {
  const percent = Math.max(0, Math.min(100, share * 100));
  return h("div.progress",
    h("div.track", {role: "progressbar", "aria-label": label, "aria-valuemin": 0, "aria-valuemax": 100, "aria-valuenow": Math.round(percent)},
      h("div", {style: {width: percent + "%"}})),
    h("span.words", words));
}

export function datasetProgress(dataset) {
  const {done = 0, total = 0} = dataset.progress ?? {};
  if (!underWay(dataset.state)) return null;
  if (!total) return h("span.soft.small", dataset.state === "REQUESTED" ? "in the queue" : "starting");
  return progressBar(done / total, count(done) + " of " + count(total), "Progress of " + dataset.name);
}

export function runProgress(run) {
  const p = run.progress;
  if (run.state === "QUEUED") return h("span.soft.small", "in the queue");
  if (!p) return null;
  if (!underWay(run.state)) {
    return p.epoch ? h("span.soft.small.number", p.epoch + " epochs, best at " + p.bestEpoch) : null;
  }
  if (p.phase === "exporting") return progressBar(1, "exporting and checking the model", "Progress of the run");
  return progressBar(p.epochs ? p.epoch / p.epochs : 0, "epoch " + p.epoch + " of " + p.epochs + timeLeft(p), "Progress of the run");
}

/** How many of an experiment's runs have their model. */
export function experimentProgress(e) {
  const c = e.counts;
  const lost = c.failed + c.cancelled ? ", " + (c.failed + c.cancelled) + " without a model" : "";
  const words = c.succeeded + " of " + c.total + " runs" + (c.running ? ", " + c.running + " training" : "") + lost;
  return underWay(e.state) ? progressBar(c.succeeded / c.total, words, "Progress of " + e.name) : h("span.soft.small.number", words);
}

/** How much of a scoring's files was read. */
export function scoringProgress(scoring) {
  const {done = 0, total = 0} = scoring.progress ?? {};
  if (!underWay(scoring.state)) return null;
  if (!total) return h("span.soft.small", scoring.state === "QUEUED" ? "in the queue" : "starting");
  return progressBar(done / total, bytes(done) + " of " + bytes(total) + " read", "Progress of the scoring");
}

/** Early stopping may end it sooner, so the time is an upper bound. */
export function timeLeft(p) {
  if (!p.secondsPerEpoch || !p.epochs) return "";
  return " · at most " + duration((p.epochs - p.epoch) * p.secondsPerEpoch) + " left";
}

export const lossWords = p => p?.validationLoss === null || p?.validationLoss === undefined ? "–" : fixed(p.validationLoss, 4);
