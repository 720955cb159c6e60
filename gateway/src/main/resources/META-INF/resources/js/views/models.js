// All models, as the paper's Table 1 lists them.

import {fill, h, refill, table} from "../dom.js";
import {getJson} from "../api.js";
import {modelColumns} from "../parts/rows.js";
import {pager} from "../parts/pager.js";

export function show(main, scope) {
  document.title = "Models · Motifworks";
  const list = h("div");
  const pages = pager(() => reload());
  fill(main, h("h1", "Models"), h("section.card", {"aria-label": "Models"}, list, pages.element),
    h("p.soft.small", "AU-ROC and AU-PR are means over the classes on the test split. A match is a JASPAR motif at E ≤ 0.1; it is relevant when it belongs to one of the dataset's own factors. A filter is dead when it never fires."));
  const reload = scope.refreshed(async () => {
    const page = await getJson("/v1/models?limit=50" + pages.query(), scope.signal);
    pages.shown(page);
    refill(list, page.items.length ? table("Models", modelColumns, page.items)
      : h("p.empty", "No model yet: each run that succeeds becomes one. ", h("a", {href: "#/datasets"}, "Open a dataset"), " and train on it."));
    return page.items.some(m => m.interpretation?.state === "AWAITING");
  });
}
