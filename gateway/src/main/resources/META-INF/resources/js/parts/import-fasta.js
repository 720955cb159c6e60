// One FASTA file a class becomes a dataset.

import {h} from "../dom.js";
import {postForm} from "../api.js";
import {field, form, numberInput} from "./form.js";

const classRow = (index, name) => h("div.fields-row", {"data-class": index},
  field("Class " + (index + 1), h("input", {name: "class", value: name, required: true, placeholder: "such as MAFK", autocomplete: "off"})),
  field("Its sequences (FASTA, gzip allowed)", h("input", {type: "file", name: "file", required: true, accept: ".fa,.fasta,.fna,.gz"})));

/** A name no two files share, of letters the service takes. */
const fileName = (file, index) => (index + 1) + "-" + file.name.replaceAll(/[^A-Za-z0-9._-]/g, "_").slice(-150);

export function importForm() {
  const rows = h("div.stack.wide", classRow(0, ""));
  const more = h("button", {type: "button", onclick: () => rows.append(classRow(rows.children.length, ""))}, "Another class");
  return form("Import FASTA files", async (data, element) => {
    const names = data.getAll("class").map(name => name.trim());
    const files = data.getAll("file");
    const request = {
      name: data.get("name").trim(),
      source: {
        kind: "fasta",
        classes: names.map((name, i) => ({name, file: fileName(files[i], i)})),
        split: {by: "seed", seed: Number(data.get("seed")), fractions: [0.7, 0.1, 0.2]},
        onInvalid: data.get("skip") ? "skip" : "fail",
        ...(data.get("negatives") ? {negatives: "dinucleotide-shuffle"} : {}),
      },
    };
    const body = new FormData();
    body.append("request", new Blob([JSON.stringify(request)], {type: "application/json"}));
    files.forEach((file, i) => body.append(fileName(file, i), file, fileName(file, i)));
    const dataset = await postForm("/v1/datasets", body);
    element.reset();
    location.hash = "#/datasets/" + dataset.id;
  }, [
    field("Name", h("input", {name: "name", required: true, pattern: "[A-Za-z0-9._\\-]+", placeholder: "such as peaks", title: "Letters, digits, dots, underscores and hyphens", autocomplete: "off"})),
    field("Seed of the split", numberInput("seed", 1, 0, 2147483647)),
    rows,
    h("div.wide", more),
    h("label.check.wide", h("input", {type: "checkbox", name: "negatives"}), "Add shuffled copies as negatives (dinucleotides kept); needed with a single class"),
    h("label.check.wide", h("input", {type: "checkbox", name: "skip"}), "Leave out records that are no DNA instead of failing"),
  ], "Import");
}
