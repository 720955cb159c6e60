// Problem details as something to read: what, where, and what to do.

import {h, fill} from "./dom.js";

/** A problem as a card. `close` makes it dismissable. */
export function problemCard(problem, close) {
  return h("div.problem",
    h("div", h("h3", problem.title || "It did not work"),
      problem.detail ? h("p", problem.detail) : null,
      problem.action ? h("p", h("strong", "What to do: "), problem.action) : null,
      problem.code ? h("code", problem.code) : null),
    close ? h("button.quiet", {type: "button", "aria-label": "Dismiss", onclick: close}, "✕") : null);
}

/** A warning of a dataset: {code, detail, count}. */
export function warningCard(warning) {
  return h("div.problem.warn", h("div",
    h("h3", warning.count > 1 ? warning.count.toLocaleString("en") + " × " + words(warning.code) : words(warning.code)),
    h("p", warning.detail)));
}

const words = code => code.replace(/^[^.]*\./, "").replaceAll("-", " ");

const place = () => document.getElementById("problem");

/** Shows a problem above the page until it is dismissed, solved or the view is left. */
export function showProblem(problem) {
  if (problem?.name === "AbortError") return;
  if (!problem.code) console.error(problem);
  const shown = problem.code ? problem : {title: "The page has a fault", detail: String(problem), code: "page.fault",
    action: "Reload the page."};
  fill(place(), problemCard(shown, clearProblem));
}

export function clearProblem() {
  place().replaceChildren();
}
