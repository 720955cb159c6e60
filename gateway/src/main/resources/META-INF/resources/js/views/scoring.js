// One bulk scoring: how far it is, what it came to, what it was made from.

import {facts, figures, fill, h, refill} from "../dom.js";
import {getJson, path, remove} from "../api.js";
import {between, bytes, clock, count} from "../format.js";
import {problemCard, showProblem} from "../problem.js";
import {askedModel, fileName, scored} from "../parts/rows.js";
import {scoringBadge, scoringProgress, underWay} from "../parts/state.js";

export function show(main, scope, id) {
  const head = h("div"), body = h("div.stack");
  fill(main, head, body);
  let provenance = null;
  const reload = scope.refreshed(async () => {
    const scoring = await getJson(path("scorings", id), scope.signal);
    document.title = fileName(scored(scoring.request).file) + " · Motifworks";
    if (scoring.state === "SUCCEEDED") provenance ??= await getJson(path("scorings", id, "scoring.json"), scope.signal);
    refill(head, heading(scoring, reload));
    refill(body, content(scoring, provenance));
    return underWay(scoring.state);
  });
}

function heading(scoring, reload) {
  const end = async (words, query) => {
    if (!confirm(words)) return;
    try {
      await remove(path("scorings", scoring.id) + query);
      await reload();
    } catch (problem) {
      showProblem(problem);
    }
  };
  const button = (text, words, query) => h("button.danger", {type: "button", onclick: () => end(words, query)}, text);
  const stoppable = ["QUEUED", "RUNNING"].includes(scoring.state);
  return h("div.head",
    h("div.grow", h("p.crumb", h("a", {href: "#/scorings"}, "Scorings")), h("h1", fileName(scored(scoring.request).file))),
    scoringBadge(scoring.state),
    scoring.state === "SUCCEEDED" && !tracks(scoring).length ? h("a.button", {href: path("scorings", scoring.id, "scores.tsv.gz"), download: ""}, "Download") : null,
    stoppable ? button("Cancel", "Stop this scoring? What is scored so far is lost.", "?cancel=true") : null,
    ["SUCCEEDED", "FAILED", "CANCELLED"].includes(scoring.state)
      ? button("Delete", "Delete this scoring? Its scores can be fetched no more then.", "") : null);
}

const tracks = scoring => scoring.result?.tracks ?? [];

function content(scoring, provenance) {
  const {request, result} = scoring;
  const {rows} = scored(request);
  return [
    scoring.problem ? problemCard(scoring.problem) : null,
    underWay(scoring.state) ? h("div.card", scoringProgress(scoring)) : null,
    result ? figures([
      [rows.replace(/^./, c => c.toUpperCase()), count(result.sequences)],
      ["Without a score", count(result.failed)],
      request.regions ? ["Filled up with N", count(result.filledUp), "at a chromosome's end"] : null,
      ["Took", between(scoring.startedAt, scoring.endedAt)],
    ].filter(Boolean)) : null,
    result?.failed && !tracks(scoring).length ? h("p.soft.small", "The table's last column says why a row has no score.") : null,
    scoring.state === "SUCCEEDED" && tracks(scoring).length ? h("section.card", {"aria-label": "Tracks"},
      h("div.card-head", h("h2", "Tracks"), h("span.end.soft.small", "bigWig, a file a class; genome browsers open them")),
      h("div.toolbar", tracks(scoring).map(track => h("a.button", {href: path("scorings", scoring.id, "tracks", track.file), download: ""}, track.name)))) : null,
    h("div.columns",
      h("section.card", {"aria-label": "Scoring"}, h("div.card-head", h("h2", "Scoring")), facts([
        ["Model", modelWords(scoring)],
        ...optionWords(request),
        ["Asked for", clock(scoring.createdAt)], ["Started", clock(scoring.startedAt)], ["Ended", clock(scoring.endedAt)],
        ["Id", h("span.mono", scoring.id)],
        ["Artifact", result ? h("span.mono", result.ref.key) : null],
        ["SHA-256", result ? h("span.mono", result.ref.manifestSha256) : null],
      ])),
      h("section.card", {"aria-label": "Files"}, h("div.card-head", h("h2", "Files")), provenance ? hashes(provenance) : facts([
        [rows.replace(/^./, c => c.toUpperCase()), h("span.mono", scored(request).file)],
        ["Genome", request.genome ? h("span.mono", request.genome) : null],
      ]))),
  ];
}

function modelWords(scoring) {
  const {model} = scoring.request;
  const answered = scoring.result?.model;
  return answered && answered !== model ? h("span", askedModel(scoring), ", which was ", h("span.mono", answered)) : askedModel(scoring);
}

const OPTIONS = {format: "Kept as", classes: "Classes", strands: "Strands", shorter: "Shorter ones", longer: "Longer ones", stride: "Stride", hits: "Filter hits"};

const optionWords = request => Object.entries(OPTIONS)
  .map(([name, title]) => [title, request[name] === undefined || request[name] === null ? null : words(name, request[name])]);

const words = (name, value) => name === "stride" ? value + " nt" : Array.isArray(value) ? value.join(", ") : String(value);

const hashes = provenance => h("div.stack", provenance.inputs.map(input => facts([
  ["File", h("span.mono", input.name)], ["Size", bytes(input.bytes)], ["SHA-256", h("span.mono", input.sha256)],
])));
