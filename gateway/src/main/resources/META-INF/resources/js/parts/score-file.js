// Asks for a file to be scored as a job.

import {h} from "../dom.js";
import {postJson} from "../api.js";
import {shortId} from "../format.js";
import {field, form, numberInput} from "./form.js";
import {modelName} from "./rows.js";

const KINDS = {
  sequences: {title: "Sequences", file: "FASTA, plain or gzip", example: "new.fa.gz"},
  regions: {title: "Regions of a genome", file: "BED or narrowPeak, plain or gzip", example: "atac.narrowPeak.gz"},
  variants: {title: "Variants of a genome", file: "VCF, plain or gzip", example: "calls.vcf.gz"},
};

const options = pairs => pairs.map(([value, text]) => h("option", {value}, text));

export function scoringForm(models, series) {
  const kind = h("select", {name: "kind"}, options(Object.entries(KINDS).map(([name, {title}]) => [name, title])));
  const file = h("input", {name: "file", required: true, autocomplete: "off", spellcheck: "false", pattern: "/.*", title: "A path that begins with /"});
  const fileField = field("", file, true);
  const genome = field("Genome (FASTA, plain or gzip, or 2bit)",
    h("input", {name: "genome", autocomplete: "off", spellcheck: "false", pattern: "/.*", placeholder: "/…/hg38.2bit", title: "A path that begins with /"}), true);
  const lengths = h("div.wide.fields-inner",
    field("Shorter sequences", h("select", {name: "shorter"}, options([["refuse", "are refused"], ["pad", "are filled up with N"]]))),
    field("Longer sequences", h("select", {name: "longer"}, options([["refuse", "are refused"], ["windows", "have a row for each window"], ["max", "have the highest window"], ["mean", "have the mean of their windows"]]))),
    field("Stride of windows, nt", h("input", {type: "number", name: "stride", min: 1, max: 1000000, placeholder: "a window"})));
  const tracks = h("div.wide.fields-inner",
    field("Kept as", h("select", {name: "format"}, options([["table", "a table, a row a region"], ["bigwig", "tracks along the genome (bigWig)"]]))),
    field("Stride of a track, nt", h("input", {type: "number", name: "cell", min: 1, max: 1000000, placeholder: "a window"})));
  const cell = tracks.lastElementChild;
  const adapt = () => {
    const {file: takes, example} = KINDS[kind.value];
    fileField.firstChild.textContent = takes;
    file.placeholder = "/…/" + example;
    genome.hidden = kind.value === "sequences";
    genome.querySelector("input").required = !genome.hidden;
    lengths.hidden = kind.value !== "sequences";
    tracks.hidden = kind.value !== "regions";
    cell.hidden = tracks.querySelector("select").value !== "bigwig";
  };
  kind.addEventListener("change", adapt);
  tracks.addEventListener("change", adapt);
  adapt();
  return form("Score a file", async data => {
    const what = data.get("kind");
    const request = {model: data.get("model"), [what]: data.get("file").trim(), strands: data.get("strands")};
    if (what !== "sequences") request.genome = data.get("genome").trim();
    else {
      request.shorter = data.get("shorter");
      request.longer = data.get("longer");
      if (data.get("stride") && request.longer !== "refuse") request.stride = Number(data.get("stride"));
    }
    if (what === "regions" && data.get("format") === "bigwig") {
      request.format = "bigwig";
      if (data.get("cell")) request.stride = Number(data.get("cell"));
    }
    const scoring = await postJson("/v1/scorings", request);
    location.hash = "#/scorings/" + scoring.id;
  }, [
    h("div.wide.fields-inner",
      field("Model", h("select", {name: "model"}, options(choices(models, series)))),
      field("What is scored", kind),
      field("Strands", h("select", {name: "strands"}, options([["forward", "forward"], ["max", "the higher of both"], ["mean", "the mean of both"]])))),
    fileField, genome, lengths, tracks,
  ], "Score");
}

/** Aliases first: they stay right when a better model comes. */
const choices = (models, series) => [
  ...series.flatMap(s => s.aliases.map(a => [s.name + "@" + a.alias, s.name + "@" + a.alias])),
  ...models.map(m => [m.id, modelName(m) + " " + shortId(m.id) + (m.dataset ? " on " + m.dataset.name : "")]),
];
