// All series, by name.

import {fill, h, refill, table} from "../dom.js";
import {getJson} from "../api.js";
import {command} from "../parts/command.js";
import {seriesColumns} from "../parts/rows.js";

export function show(main, scope) {
  document.title = "Series · Motifworks";
  const list = h("div");
  fill(main, h("h1", "Series"), h("section.card", {"aria-label": "Series"}, list),
    h("p.soft.small", "A series makes models comparable: all are judged on one test split, and the best is its champion. With a policy, new data trains it again by itself."));
  scope.refreshed(async () => {
    const series = await getJson("/v1/series", scope.signal);
    if (series.length) refill(list, table("Series", seriesColumns, series));
    else fill(list, h("p.empty", "No series yet. A series keeps models comparable over time:"), command("./motifworks series create NAME --dataset DATASET"));
    return false;
  });
}
