// "Simulate the paper's dataset": 12 transcription factors planted into random DNA.

import {h} from "../dom.js";
import {postJson} from "../api.js";
import {field, form, numberInput} from "./form.js";

export function simulateForm() {
  return form("Simulate the paper's dataset", async data => {
    const dataset = await postJson("/v1/datasets", {
      name: data.get("name").trim(),
      source: {kind: "simulation", sequences: Number(data.get("sequences")), length: 200, spacers: "code", seed: Number(data.get("seed"))},
    });
    location.hash = "#/datasets/" + dataset.id;
  }, [
    field("Name", h("input", {name: "name", value: "paper", required: true, pattern: "[A-Za-z0-9._\\-]+", title: "Letters, digits, dots, underscores and hyphens", autocomplete: "off"})),
    field("Sequences", numberInput("sequences", 25000, 100, 10000000)),
    field("Seed", numberInput("seed", 1, 0, 2147483647)),
  ], "Simulate");
}
