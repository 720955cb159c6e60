// Loss curves on uPlot: training and validation over epochs, the best epoch marked.

import uPlot from "/libraries/uplot/uPlot.esm.js";
import {h} from "../dom.js";

const HEIGHT = 300;

export function lossCurves(place) {
  const epochs = new Map();
  const empty = h("p.empty", "The first epoch is still being trained.");
  place.append(empty);
  let plot = null;
  let best = 0;
  let frame = 0;

  const draw = () => {
    frame = 0;
    if (!epochs.size) return;
    empty.remove();
    const sorted = [...epochs.values()].sort((a, b) => a.epoch - b.epoch);
    const data = [sorted.map(e => e.epoch), sorted.map(e => e.trainingLoss), sorted.map(e => e.validationLoss)];
    if (plot) plot.setData(data);
    else plot = new uPlot(options(place, () => best), data, place);
  };
  const soon = () => (frame ||= requestAnimationFrame(draw));
  const resize = new ResizeObserver(() => plot?.setSize({width: place.clientWidth, height: HEIGHT}));
  resize.observe(place);
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const recolour = () => {
    plot?.destroy();
    plot = null;
    soon();
  };
  dark.addEventListener("change", recolour);

  return {
    add(epoch) {
      epochs.set(epoch.epoch, epoch);
      soon();
    },
    replace(all) {
      if (!all.length) empty.textContent = "No epoch was finished.";
      all.forEach(e => epochs.set(e.epoch, e));
      soon();
    },
    best(epoch) {
      best = epoch ?? 0;
      plot?.redraw();
    },
    close() {
      cancelAnimationFrame(frame);
      resize.disconnect();
      dark.removeEventListener("change", recolour);
      plot?.destroy();
    },
  };
}

function options(place, best) {
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const axis = {stroke: colour("--soft"), grid: {stroke: colour("--line"), width: 1}, ticks: {show: false}, font: "12px system-ui, sans-serif"};
  const last = (u, series) => u.data[series].at(-1); // shown while the pointer is elsewhere
  const digits = (u, v, series) => (v ?? last(u, series))?.toFixed(4) ?? "–";
  return {
    width: place.clientWidth, height: HEIGHT,
    scales: {x: {time: false, range: (u, min, max) => [Math.min(1, min), Math.max(max, 10)]}},
    cursor: {points: {size: 7}},
    axes: [
      {...axis, grid: {show: false}, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]},
      {...axis, size: 62, values: (u, ticks) => ticks.map(t => t.toFixed(3).replace(/0$/, ""))},
    ],
    series: [
      {label: "Epoch", value: (u, v) => v ?? last(u, 0) ?? "–"},
      {label: "Training", stroke: colour("--training"), width: 1.5, value: digits, points: {show: false}, dash: [5, 4]},
      {label: "Validation", stroke: colour("--validation"), width: 2, value: digits, points: {show: false}},
    ],
    hooks: {draw: [u => mark(u, best(), colour("--validation"))]},
  };
}

function mark(u, epoch, colour) {
  const index = u.data[0].indexOf(epoch);
  if (index < 0) return;
  const x = u.valToPos(epoch, "x", true), y = u.valToPos(u.data[2][index], "y", true);
  u.ctx.save();
  u.ctx.fillStyle = colour;
  u.ctx.beginPath();
  u.ctx.arc(x, y, 4.5 * devicePixelRatio, 0, 2 * Math.PI);
  u.ctx.fill();
  u.ctx.restore();
}
