// Which address shows which view, and what ends when it is left.

import {startLive, onFact} from "./live.js";
import {showProblem, clearProblem} from "./problem.js";
import * as overview from "./views/overview.js";
import * as datasets from "./views/datasets.js";
import * as dataset from "./views/dataset.js";
import * as runs from "./views/runs.js";
import * as run from "./views/run.js";
import * as experiments from "./views/experiments.js";
import * as experiment from "./views/experiment.js";
import * as models from "./views/models.js";
import * as model from "./views/model.js";
import * as seriesList from "./views/series-list.js";
import * as series from "./views/series.js";
import * as scorings from "./views/scorings.js";
import * as scoring from "./views/scoring.js";
import * as match from "./views/match.js";
import {h, fill} from "./dom.js";

const ROUTES = [
  [/^\/?$/, overview, "overview"],
  [/^\/datasets$/, datasets, "datasets"],
  [/^\/datasets\/([^/]+)$/, dataset, "datasets"],
  [/^\/runs$/, runs, "runs"],
  [/^\/runs\/([^/]+)$/, run, "runs"],
  [/^\/experiments$/, experiments, "experiments"],
  [/^\/experiments\/([^/]+)$/, experiment, "experiments"],
  [/^\/models$/, models, "models"],
  [/^\/models\/([^/]+)$/, model, "models"],
  [/^\/series$/, seriesList, "series"],
  [/^\/series\/([^/]+)$/, series, "series"],
  [/^\/scorings$/, scorings, "scorings"],
  [/^\/scorings\/([^/]+)$/, scoring, "scorings"],
  [/^\/match$/, match, "match"],
];

let leave = () => {};

/**
 * What a view gets besides its place: `signal` aborts its requests when it is left, `onLeave` runs
 * then, `refreshed(load, busy)` calls `load` now, on every fact, and every two seconds while it
 * returns true (something is under way).
 */
function scope() {
  const controller = new AbortController();
  const ends = [() => controller.abort()];
  const own = {
    signal: controller.signal,
    onLeave: end => ends.push(end),
    refreshed(load) {
      let timer;
      let running = false;
      let again = false;
      const turn = async () => {
        if (running) return void (again = true);
        running = true;
        clearTimeout(timer);
        let busy = true;
        try {
          busy = await load();
          if (own.failed) clearProblem();
          own.failed = false;
        } catch (problem) {
          if (!controller.signal.aborted) showProblem(problem);
          own.failed = true;
        }
        running = false;
        if (controller.signal.aborted) return;
        if (again) {
          again = false;
          return turn();
        }
        if (busy && !document.hidden) timer = setTimeout(turn, own.failed ? 5000 : 2000);
      };
      const shown = () => document.hidden || turn();
      document.addEventListener("visibilitychange", shown);
      ends.push(onFact(turn), () => clearTimeout(timer), () => document.removeEventListener("visibilitychange", shown));
      turn();
      return turn;
    },
  };
  return [own, () => ends.forEach(end => end())];
}

function route() {
  leave();
  clearProblem();
  const address = decodeURIComponent(location.hash.replace(/^#/, "").split("?")[0]);
  const main = document.getElementById("content");
  const [own, end] = scope();
  leave = end;
  const found = ROUTES.find(([pattern]) => pattern.test(address));
  for (const link of document.querySelectorAll("nav a")) {
    if (found && link.dataset.section === found[2]) {
      link.setAttribute("aria-current", "page");
      link.parentElement.scrollLeft = link.offsetLeft - link.parentElement.offsetLeft; // on a narrow screen
    } else link.removeAttribute("aria-current");
  }
  if (!found) return fill(main, h("h1", "Nothing is here"), h("p", h("a", {href: "#/"}, "Back to the overview")));
  main.replaceChildren();
  Promise.resolve(found[1].show(main, own, ...address.match(found[0]).slice(1))).catch(showProblem);
}

let first = true;
addEventListener("hashchange", route);
addEventListener("hashchange", () => {
  scrollTo(0, 0);
  if (!first) document.getElementById("content").focus({preventScroll: true});
  first = false;
});
startLive(document.getElementById("live"));
route();
