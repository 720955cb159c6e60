// The motifs that resemble one filter, in a window over the page.

import {fill, h} from "../dom.js";
import {postJson} from "../api.js";
import {problemCard} from "../problem.js";
import {distanceSelect} from "./match-settings.js";
import {matchTargets, sourceOf, targetSelect} from "./match-targets.js";
import {scope} from "./match-result.js";
import {pairs} from "./pairs.js";
import {sameAs} from "./same-filters.js";
import {sheet} from "./sheet.js";

const KEPT = 10;
const E_VALUE = 10; // weaker than a match counts, to see what comes nearest
const OWN_DATABASE = "jaspar2016"; // what interpretations are made with

/** Opens the window; it takes itself away when it is closed. */
export async function showSimilar(ref, filter, found) {
  const toolbar = h("div.toolbar"), result = h("div.stack", {"aria-live": "polite"}, h("p.empty", "Loading…"));
  const {signal} = sheet("Motifs similar to filter " + filter.filter,
    sameAs(filter, found.filters).map(words => h("p.small", words)), toolbar, result);
  try {
    const targets = await matchTargets(signal);
    const choice = targetSelect({...targets, models: targets.models.filter(m => m.key !== ref)});
    const metric = distanceSelect();
    if (targets.databases.some(d => d.key === OWN_DATABASE)) choice.value = OWN_DATABASE;
    const match = () => matchFilter(ref, filter, sourceOf(targets, choice.value), metric.value, result, signal);
    choice.addEventListener("change", match);
    metric.addEventListener("change", match);
    fill(toolbar, h("label", "Against", choice), h("label", "By", metric));
    await match();
  } catch (problem) {
    if (problem.name !== "AbortError") fill(result, problemCard(problem));
  }
}

let latest = 0;

async function matchFilter(ref, filter, targets, distance, result, signal) {
  const turn = ++latest;
  result.setAttribute("aria-busy", "true");
  let shown;
  try {
    const answer = await postJson("/v1/motif-matches", {
      queries: {model: ref, filters: [filter.filter]}, targets,
      settings: {distance, eValue: E_VALUE}, matches: KEPT, logos: true,
    }, signal);
    shown = [h("p.soft.small", scope(answer)), answer.counts.withMatch ? pairs(answer.queries) : h("p.empty", "No motif there resembles it.")];
  } catch (problem) {
    if (problem.name === "AbortError") return;
    shown = problemCard(problem);
  }
  if (turn !== latest) return; // another choice has been made meanwhile
  result.removeAttribute("aria-busy");
  fill(result, shown);
}
