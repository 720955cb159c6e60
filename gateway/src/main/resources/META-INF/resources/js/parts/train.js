// Starts a training run on a dataset.

import {h} from "../dom.js";
import {getJson, postJson} from "../api.js";
import {field, form, numberInput} from "./form.js";

export async function trainForm(dataset, signal) {
  const presets = await getJson("/v1/architectures", signal);
  const names = presets.map(p => p.name);
  const choice = h("select", {name: "architecture"}, names.map(name => h("option", {value: name}, name)));
  if (names.includes("cnn-25")) choice.value = "cnn-25";
  const explanation = h("p.soft.small.wide");
  const explain = () => (explanation.textContent = describe(presets.find(p => p.name === choice.value)));
  choice.addEventListener("change", explain);
  explain();
  return form("Train on " + dataset.name, async data => {
    const run = await postJson("/v1/runs", {
      dataset: dataset.id,
      architecture: data.get("architecture"),
      training: {preset: data.get("preset"), maximumEpochs: Number(data.get("epochs"))},
      seed: Number(data.get("seed")),
    });
    location.hash = "#/runs/" + run.id;
  }, [
    field("Architecture", choice),
    field("Settings", h("select", {name: "preset"}, h("option", {value: "paper-code"}, "paper-code"), h("option", {value: "paper-text"}, "paper-text"))),
    field("Epochs, at most", numberInput("epochs", 100, 1, 10000)),
    field("Seed", numberInput("seed", 1, 0, 2147483647)),
    explanation,
  ], "Train");
}

/** The first layers in words, since they decide whether filters become whole motifs. */
function describe(architecture) {
  const blocks = architecture?.convolutions ?? [];
  if (!blocks.length) return "";
  const pool = block => block.pool?.size ?? 1;
  const words = blocks.map(b => b.filters + " filters of " + b.size + " nt" + (pool(b) > 1 ? ", pooled by " + pool(b) : "")).join("; then ");
  return words + "." + (pool(blocks[0]) >= 10 ? " Wide first pooling: its filters tend to become whole motifs."
    : " Narrow first pooling: its filters tend to become parts of motifs.");
}
