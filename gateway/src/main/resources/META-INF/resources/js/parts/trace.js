// Where a model comes from, stage by stage, down to the hashes of the input files.

import {facts, fill, h, table} from "../dom.js";
import {getJson, path} from "../api.js";
import {problemCard} from "../problem.js";
import {badge} from "./state.js";

const TITLES = {import: "Import", source: "Source", dataset: "Dataset", run: "Training run", model: "Model", interpretation: "Interpretation"};

/** A card that fills itself. */
export function traceCard(ref, signal) {
  const body = h("div", h("p.empty", "Loading …"));
  const button = h("button.end", {type: "button", onclick: () => load(true)}, "Read every byte again");
  async function load(verify) {
    button.disabled = true;
    body.setAttribute("aria-busy", "true");
    try {
      fill(body, chain(await getJson(path("models", ref, "trace") + (verify ? "?verify=true" : ""), signal)));
    } catch (problem) {
      if (problem.name !== "AbortError") fill(body, problemCard(problem));
    }
    body.removeAttribute("aria-busy");
    button.disabled = false;
  }
  load(false);
  return h("section.card", {"aria-label": "Provenance"}, h("div.card-head", h("h2", "What it was made from"), button), body);
}

function chain(trace) {
  return [
    trace.whole ? null : h("div.problem", {role: "alert"}, h("div", h("h3", "The chain is broken"), h("p", "Something below is missing, or is not what it was."))),
    h("ol.chain", trace.stages.map(stage)),
  ];
}

function stage(one) {
  const inputs = one.detail?.inputs ?? [];
  return h("li", {"aria-label": TITLES[one.name] ?? one.name},
    h("div.line", h("h3", TITLES[one.name] ?? one.name), badge(one.state), one.ref ? h("span.mono.soft.small", one.ref.key) : null),
    one.problem ? h("p.broken", one.problem) : null,
    facts([
      ["SHA-256", one.ref ? h("span.mono", one.ref.manifestSha256) : null],
      ["Made from", one.name === "source" || !one.madeFrom.length ? null : h("ul.plain.mono", one.madeFrom.map(hash => h("li", hash)))],
      ["Input files", inputs.length ? h("ul.plain", inputs.map(inputFile)) : null],
    ]),
    details(one), files(one));
}

const inputFile = input => h("li", input.name, " ", h("span.soft.small", bytes(input.bytes)), h("br"), h("span.mono", input.sha256));

function details(one) {
  const pairs = Object.entries(one.detail ?? {}).filter(([name]) => name !== "inputs").flatMap(([name, value]) => flat(words(name), value));
  if (!pairs.length) return null;
  return h("details", h("summary", "Settings that decided it"), facts(pairs));
}

/** An object's parts stand one a line: training › batch size. */
function flat(name, value) {
  if (value === null) return [];
  if (Array.isArray(value)) return value.some(one => one !== null && typeof one === "object") ? value.flatMap((one, i) => flat(name + " " + (i + 1), one)) : [[name, value.join(", ")]];
  if (typeof value === "object") return Object.entries(value).flatMap(([part, inner]) => flat(name + " › " + words(part), inner));
  return [[name, String(value)]];
}

const words = name => name.replaceAll(/([a-z0-9])([A-Z])/g, (all, before, after) => before + " " + after.toLowerCase());

function files(one) {
  if (!one.files?.length) return null;
  return h("details", h("summary", one.files.length + " files, " + bytes(one.files.reduce((sum, file) => sum + file.bytes, 0))),
    table("Files of the " + one.name, [
      {title: "File", class: "name", cell: file => file.path},
      {title: "Size", number: true, cell: file => bytes(file.bytes)},
      {title: "SHA-256", class: "mono small", cell: file => file.sha256},
    ], one.files));
}

/** 312 B, 4.1 KB, 218 MB. */
function bytes(n) {
  if (n === undefined || n === null) return "";
  const units = ["B", "KB", "MB", "GB", "TB"];
  let unit = 0;
  while (n >= 999.5 && unit < units.length - 1) {
    n /= 1000;
    unit++;
  }
  return (unit && n < 10 ? n.toFixed(1) : Math.round(n)) + " " + units[unit];
}
