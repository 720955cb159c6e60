// Starts a training run on a dataset.

import {h} from "../dom.js";
import {getJson, postJson} from "../api.js";
import {field, form, numberInput} from "./form.js";

export async function trainForm(dataset, signal) {
  const presets = await getJson("/v1/architectures" + (dataset.window ? "?window=" + dataset.window : ""), signal);
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

/** The layers in words, and what the first will learn. */
function describe(architecture) {
  if (!architecture) return "";
  const pool = block => block.pool?.size ?? 1;
  const words = architecture.convolutions.map(b => b.filters + " filters of " + b.size + " nt" + (pool(b) > 1 ? ", pooled by " + pool(b) : "")).join("; then ");
  return words + ". " + architecture.outlook.reason;
}
