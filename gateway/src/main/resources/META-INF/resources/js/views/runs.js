// All runs, newest first.

import {fill, h, refill, table} from "../dom.js";
import {getJson} from "../api.js";
import {runColumns} from "../parts/rows.js";
import {underWay} from "../parts/state.js";
import {pager} from "../parts/pager.js";

export function show(main, scope) {
  document.title = "Runs · Motifworks";
  const list = h("div");
  const pages = pager(() => reload());
  fill(main, h("h1", "Runs"), h("section.card", {"aria-label": "Runs"}, list, pages.element));
  const reload = scope.refreshed(async () => {
    const page = await getJson("/v1/runs?limit=50" + pages.query(), scope.signal);
    pages.shown(page);
    refill(list, page.items.length ? table("Runs", runColumns, page.items)
      : h("p.empty", "No run yet. ", h("a", {href: "#/datasets"}, "Open a dataset"), " and train on it."));
    return page.items.some(r => underWay(r.state));
  });
}
